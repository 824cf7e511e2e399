/** A frame as it ships, in a page that gives it the height that it tells, or does not. */
import type { ClinicFile, FaqsFile } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { CLINIC, Cms, TOPIC } from "../../test/cms.ts";
import { until } from "../../test/mount.ts";

type Told = { type: string; height: number; print: number };

describe("a frame", () => {
  let cms: Cms;
  let frame: HTMLIFrameElement;
  let told: Told[];
  let follows: boolean;

  const hear = ({ source, data }: MessageEvent) => {
    if (source !== frame.contentWindow) return;
    told.push(data);
    if (follows) frame.style.height = `${data.height}px`;
  };

  beforeEach(() => {
    cms = new Cms();
    told = [];
    follows = true;
    frame = document.createElement("iframe");
    frame.style.cssText = "display: block; width: 800px; height: 300px; border: 0";
    addEventListener("message", hear);
  });
  afterEach(() => {
    removeEventListener("message", hear);
    frame.remove();
  });

  const page = () => frame.contentDocument as Document;
  const root = () => page().documentElement;
  const shadow = () => page().querySelector("[src]:not(script)")?.shadowRoot as ShadowRoot;
  const last = () => told.at(-1) as Told;
  const isWhole = () => told.length > 0 && root().scrollHeight <= frame.clientHeight;

  /** Opens it and waits for its first height; `drawn`: until its elements have taken over. */
  async function open(file: string, drawn = true): Promise<void> {
    frame.src = `${cms.origin}/embed/v1/frame/en/${CLINIC}/${TOPIC}/${file}`;
    document.body.append(frame);
    await until(() => told[0], "the first height");
    const tag = `clinic-${file.split(".")[0]}`;
    if (drawn) await until(() => page().querySelector(`${tag}:defined`), "the elements' code");
  }
  /** Whether nothing more is told for as long as it takes to draw. */
  async function isQuiet(): Promise<boolean> {
    const { length } = told;
    await new Promise((resolve) => setTimeout(resolve, 700));
    return told.length === length;
  }

  for (const file of ["faq.html", "benefits.html", "booking.html", "disclaimer.html", "topic.html"])
    it(`is told how high ${file} is, and then nothing more`, async () => {
      await open(file);
      await until(isWhole, "the whole content");

      expect(last()).to.have.all.keys("type", "height", "print");
      expect(last().type).to.equal("clinic-height");
      expect(frame.clientHeight - root().getBoundingClientRect().height).to.be.within(0, 1);
      expect(await isQuiet()).to.equal(true);
    });

  it("tells it when its elements never come, and the same when they do", async () => {
    await cms.answerAt("loader.js", { drop: true });
    await open("faq.html", false);
    await until(isWhole, "the whole content");
    const { height } = last();
    frame.remove();
    await cms.answerAt("loader.js", null);
    told = [];
    await open("faq.html");

    expect(await isQuiet()).to.equal(true);
    expect(last().height).to.equal(height);
  });

  it("follows answers that open and close, and new widths", async () => {
    await open("faq.html");
    // The first height may be that beside a scroll bar.
    await isQuiet();
    const { height } = last();
    const summary = shadow().querySelector("summary") as HTMLElement;

    summary.click();
    await until(() => last().height > height && isWhole(), "a higher frame");
    summary.click();
    await until(() => last().height === height && isWhole(), "the first height");
    frame.style.width = "320px";
    await until(() => last().height > height && isWhole(), "a narrower frame that is higher");

    expect(root().scrollWidth).to.be.at.most(320);
    expect(await isQuiet()).to.equal(true);
  });

  it("scrolls in a page that does not follow, and not in one that does", async () => {
    follows = false;
    await open("benefits.html");
    expect(getComputedStyle(root()).overflowY).to.equal("visible");

    frame.style.height = `${last().height}px`;
    await until(() => getComputedStyle(root()).overflowY === "hidden", "no scroll bar");
    frame.style.width = "500px";
    await until(() => getComputedStyle(root()).overflowY === "visible", "scrolling again");

    expect(root().scrollHeight).to.be.greaterThan(frame.clientHeight);
  });

  it("scrolls when a page that has followed makes it lower", async () => {
    await open("benefits.html");
    await until(() => getComputedStyle(root()).overflowY === "hidden", "no scroll bar");
    await isQuiet();

    follows = false;
    frame.style.height = "300px";

    await until(() => getComputedStyle(root()).overflowY === "visible", "scrolling again");
  });

  it("leaves a reader who scrolls in it where they are", async () => {
    follows = false;
    await open("benefits.html");
    const view = frame.contentWindow as Window;
    view.scrollTo(0, 900);

    frame.style.width = "790px";
    await until(() => told.length > 1, "another height");

    expect(view.scrollY).to.be.within(850, 950);
  });

  it("tells how high it is on paper, with all answers", async () => {
    await open("faq.html");
    const closed = last();

    for (const details of shadow().querySelectorAll("details")) details.open = true;
    frame.style.width = "600px";
    await until(() => last().height > closed.height && isWhole(), "open answers");

    // Paper has no chevrons, but the addresses of links.
    expect(last().height).to.be.within(closed.print - 200, closed.print + 20);
    expect(last().print).to.equal(closed.print);
  });

  it("tells it with a linked style sheet too", async () => {
    await open("faq.html");
    const { print } = last();
    frame.remove();
    told = [];

    await open("faq.html?styles=link");

    await until(() => last().print === print, "the same height on paper");
  });

  it("tells a script that comes late, and no other window", async () => {
    await open("faq.html");
    await isQuiet();
    const before = last();
    told = [];

    const other = document.createElement("iframe");
    document.body.append(other);
    const { contentWindow } = other;
    (contentWindow as unknown as { target: Window }).target = frame.contentWindow as Window;
    const script = other.contentDocument?.createElement("script") as HTMLScriptElement;
    script.textContent = `target.postMessage({ type: "clinic-height" }, "*")`;
    other.contentDocument?.body.append(script);
    frame.contentWindow?.postMessage("anything", "*");
    expect(await isQuiet()).to.equal(true);
    other.remove();
    expect(told).to.deep.equal([]);

    frame.contentWindow?.postMessage({ type: "clinic-height" }, "*");
    await until(() => told[0], "an answer");
    expect(last()).to.deep.equal(before);
  });

  it("opens the answer that its address names", async () => {
    await open("faq.html#marathon-safety");

    await until(() => shadow().querySelector("#marathon-safety[open]"), "the open answer");
    await until(isWhole, "the whole content");
  });

  it("leads relative links to the clinic's website, whoever has drawn them", async () => {
    const faqs = await cms.content<FaqsFile>("faqs");
    for (const faq of faqs.items) faq.relatedLinks = [{ slug: "prices", label: "Prices", url: "/prices" }];
    await cms.answer("faqs", { body: faqs });
    await cms.answer("clinic", {
      body: { ...(await cms.content<ClinicFile>("clinic")), website: "https://clinic.example/en/" },
    });
    await open("faq.html");
    const links = () => [...shadow().querySelectorAll<HTMLAnchorElement>('[href="/prices"]')];
    const ofServer = links()[0];

    page().querySelector("clinic-faq")?.setAttribute("open", "all");
    await until(() => links()[0] !== ofServer && links()[0], "markup of the element");

    expect([ofServer, ...links()].map((link) => link?.href)).to.deep.equal(
      Array(faqs.items.length + 1).fill("https://clinic.example/prices"),
    );
  });

  it("has no place for relative links of a clinic without a website", async () => {
    const { website: _, ...clinic } = await cms.content<ClinicFile>("clinic");
    await cms.answer("clinic", { body: clinic });
    await open("faq.html");

    const link = page().createElement("a");
    link.setAttribute("href", "/prices");
    page().body.append(link);

    expect(page().baseURI).to.equal("about:invalid");
    // No address, which is what browsers do with it: nothing.
    expect(link.protocol).to.equal(":");
  });
});
