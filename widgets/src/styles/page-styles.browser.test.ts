/** What a page sets for its own text, and what of it may not reach ours. */
import type { ClinicFile } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { Cms } from "../../test/cms.ts";
import { cleanUp, mount } from "../../test/mount.ts";

const SET: Record<string, string> = {
  whiteSpace: "nowrap",
  textIndent: "3em",
  letterSpacing: "0.3em",
  wordSpacing: "1em",
  textAlign: "right",
  hyphens: "auto",
};

describe("a page's own text styles", () => {
  let cms: Cms;

  beforeEach(() => {
    cms = new Cms();
  });
  afterEach(cleanUp);

  for (const tag of ["clinic-benefits", "clinic-faq", "clinic-topic"])
    it(`do not reach into <${tag}>`, async () => {
      const style = Object.entries(SET)
        .map(([name, value]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${value}`)
        .join("; ");
      const plain = mount(cms, tag, {}, { width: "600px" });
      const it = mount(cms, tag, {}, { width: "600px", attributes: { style } });
      await plain.event("clinic-load");
      await it.event("clinic-load");
      it.container.style.width = "600px";
      const looks = ({ root }: typeof it) =>
        [...root.querySelectorAll("p, li, td, th, summary, h2, h3")].map((each) => {
          const all = getComputedStyle(each) as unknown as Record<string, string>;
          return Object.keys(SET).map((name) => all[name]);
        });

      expect(looks(it)).to.deep.equal(looks(plain));
    });

  it("are those of the text around a table too, in quirks mode", async () => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    const page = frame.contentDocument as Document;
    page.open();
    page.write(
      `<html lang="en"><style>body { font: italic 22px/1.5 serif; color: rgb(0, 0, 255) }</style><body><div></div>`,
    );
    page.close();
    const source = mount(cms, "clinic-benefits", { view: "table" });
    await source.event("clinic-load");
    const root = (page.querySelector("div") as HTMLElement).attachShadow({ mode: "open" });
    const sheets = source.root.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
    root.innerHTML = `<style>${sheets.map(({ cssText }) => cssText).join("")}</style>`;
    root.append(page.importNode(source.root.querySelector(".content") as Element, true));

    const { fontSize, fontStyle, fontFamily, color } = getComputedStyle(
      root.querySelector("tbody td") as Element,
    );
    const mode = page.compatMode;
    frame.remove();

    expect(mode).to.equal("BackCompat");
    expect([fontSize, fontStyle, fontFamily, color]).to.deep.equal([
      "22px",
      "italic",
      "serif",
      "rgb(0, 0, 255)",
    ]);
  });
});

/** Pages by their background and their text. */
const LOOKS: Record<string, string> = {
  white: "background: #fff; color: #1a1a1a",
  cream: "background: #f6f1e4; color: #3a2f1d",
  "light grey": "background: #e9ecef; color: #212529",
  black: "background: #000; color: #fff",
  "nearly black": "background: #121212; color: #e0e0e0",
  "dark grey": "background: #2d2d2d; color: #f0f0f0",
  navy: "background: #0b1f3a; color: #e8eef7",
  "dark by the reader's choice": "color-scheme: dark; background: Canvas; color: CanvasText",
};

describe("the default colours", () => {
  let cms: Cms;

  beforeEach(async () => {
    cms = new Cms();
    const { theme: _, ...clinic } = await cms.content<ClinicFile>("clinic");
    await cms.answer("clinic", { body: clinic });
  });
  afterEach(cleanUp);

  for (const [name, style] of Object.entries(LOOKS))
    it(`can be read on a page that is ${name}`, async () => {
      for (const tag of ["clinic-topic", "clinic-benefits", "clinic-faq", "clinic-studies"]) {
        const it = mount(cms, tag, tag === "clinic-faq" ? { open: "all" } : {}, { attributes: { style } });
        await it.event("clinic-load");

        await expect(it.container).to.be.accessible();
        it.remove();
      }
    });
});
