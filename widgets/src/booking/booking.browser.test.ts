import type { ClinicFile, TopicFile } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { Cms } from "../../test/cms.ts";
import { press } from "../../test/commands.ts";
import { describeContentElement } from "../../test/content-element-suite.ts";
import { cleanUp, type Mounted, mount, mountRendered, textOf } from "../../test/mount.ts";
import { holdTimers } from "../../test/timers.ts";

describeContentElement({
  element: "booking",
  main: "clinic",
  words: { en: "Book a first visit", es: "Reserve una primera visita" },
  emptied: (file: ClinicFile) => ({ ...file, bookingLinks: [], hours: [] }),
  changed: (file: ClinicFile, words) => ({
    ...file,
    bookingLinks: file.bookingLinks.map((link, index) => (index === 0 ? { ...link, label: words } : link)),
  }),
});

const links = (it: Mounted) => [...it.root.querySelectorAll<HTMLAnchorElement>("a[data-booking-link]")];

describe("<clinic-booking>", () => {
  let cms: Cms;

  beforeEach(() => {
    cms = new Cms();
  });
  afterEach(cleanUp);

  const always = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map(
    (day) => ({ day, opens: "00:00", closes: "00:00" }),
  );

  const booking = async (attributes: Record<string, string | undefined> = {}) => {
    const it = mount(cms, "clinic-booking", attributes);
    await it.event("clinic-load");
    return it;
  };

  it("offers every booking link, the first as the button", async () => {
    const it = await booking();

    expect(links(it).map(({ dataset }) => dataset.bookingLink)).to.deep.equal([
      "first-visit",
      "dry-needling-session",
      "acupuncture-session",
    ]);
    expect(links(it)[0]?.checkVisibility()).to.equal(true);
  });

  it("puts the link that the page names first", async () => {
    const it = await booking({ link: "acupuncture-session" });

    expect(links(it)[0]?.dataset.bookingLink).to.equal("acupuncture-session");
    expect(links(it)).to.have.length(3);
  });

  it("tells the page which link is followed: all that it needs to open it, and no more", async () => {
    const it = await booking();
    it.container.addEventListener("click", (event) => event.preventDefault());
    const { bookingLinks } = await cms.content<ClinicFile>("clinic");

    for (const link of links(it)) link.click();
    const { event } = await it.event("clinic-book");

    expect(it.sent.filter(({ type }) => type === "clinic-book").map(({ detail }) => detail)).to.deep.equal(
      bookingLinks.map(({ slug, kind, url }) => ({ link: slug, kind, url })),
    );
    expect(event.cancelable && event.bubbles && event.composed).to.equal(true);
  });

  it("does not follow a link that the page takes over", async () => {
    const it = await booking();
    it.element.addEventListener("clinic-book", (event) => event.preventDefault());
    const click = new MouseEvent("click", { bubbles: true, cancelable: true, composed: true });

    links(it)[0]?.dispatchEvent(click);

    expect(click.defaultPrevented).to.equal(true);
  });

  it("opens the other links under the button, and closes them with Escape", async () => {
    const it = await booking();
    const menu = links(it)[1]?.closest("details") as HTMLDetailsElement;
    const button = menu.querySelector("summary") as HTMLElement;
    button.focus();

    await press("Enter");
    const opened = links(it)[1]?.checkVisibility();
    await press("Tab");
    await press("Escape");

    expect(opened).to.equal(true);
    expect(menu.open).to.equal(false);
    expect(it.root.activeElement).to.equal(button);
  });

  it("fills the clinic's name and city into its text", async () => {
    expect(textOf(await booking())).to.include("the team at Riverside Acupuncture & Dry Needling");
  });

  it("shows the button alone when compact", async () => {
    const it = await booking({ compact: "" });

    expect(it.root.querySelector("h2, h3")).to.equal(null);
    expect(links(it).map((link) => link.checkVisibility())).to.deep.equal([true]);
  });

  it("says nothing in short where the clinic can be reached in no way, and takes the whole width in full", async () => {
    const { phone: _, ...clinic } = await cms.content<ClinicFile>("clinic");
    await cms.answer("clinic", { body: { ...clinic, bookingLinks: [], hours: [] } });

    const compact = await booking({ compact: "" });
    const full = await booking();

    expect(textOf(compact)).to.equal("");
    expect(full.root.querySelector("[part=actions]")).to.equal(null);
    const [box, text] = ["[part=booking]", "[part=text]"].map(
      (part) => full.root.querySelector(part)?.getBoundingClientRect().width ?? 0,
    ) as [number, number];
    expect(text).to.be.above(box * 0.8);
  });

  describe("in a box of the topic", () => {
    const PHONE = { phone: "+1 212 555 0100" };
    const WORDS = { heading: "Book a visit", bullets: ["Bring your shoes"] };

    for (const [name, words, ways, parts] of [
      ["without words and without a way to the clinic is not drawn", {}, {}, []],
      ["without words, of a clinic that tells its hours alone, is not drawn", {}, { hours: always }, []],
      [
        "with words and without a way to the clinic is its words alone",
        WORDS,
        { hours: always },
        ["booking", "text", "heading"],
      ],
      ["without words is the clinic's name and the way to it", {}, PHONE, ["card", "name", "phone"]],
      ["with words and a phone is both", WORDS, PHONE, ["booking", "text", "heading", "actions", "phone"]],
    ] as const) {
      it(name, async () => {
        const { phone: _, ...clinic } = await cms.content<ClinicFile>("clinic");
        await cms.answer("clinic", { body: { ...clinic, bookingLinks: [], hours: [], ...ways } });
        const topic = await cms.content<TopicFile>("topic");
        const body = [{ block: "booking", bullets: [], ...words }];
        await cms.answer("topic", { body: { ...topic, body } });

        const { root } = await booking();

        const drawn = [...root.querySelectorAll(".content [part]")].map((each) => each.getAttribute("part"));
        expect(drawn).to.deep.equal(parts);
      });
    }

    it("is not drawn for a page that names no clinic, when it has no words", async () => {
      const topic = await cms.content<TopicFile>("topic");
      await cms.answer("topic", { body: { ...topic, body: [{ block: "booking", bullets: [] }] } });
      const it = mount(cms, "clinic-topic", { clinic: undefined });
      await it.event("clinic-load");

      expect(it.root.querySelector("#book")).to.equal(null);
    });
  });

  it("shows the number as it is written, and dials what the CMS made of it", async () => {
    const phone = "+44 (0)20 7946 0000";
    for (const phoneUrl of ["tel:+442079460000", undefined]) {
      cms = new Cms();
      const clinic = { ...(await cms.content<ClinicFile>("clinic")), phone, phoneUrl };
      await cms.answer("clinic", { body: clinic });

      for (const it of [await booking(), mountRendered(await cms.rendered("booking"))]) {
        const link = it.root.querySelector("[part=phone]");
        expect([link?.textContent, link?.getAttribute("href")]).to.deep.equal([phone, phoneUrl ?? null]);
      }
    }
  });

  it("needs no topic", async () => {
    expect(textOf(await booking({ topic: undefined }))).to.include("Book a first visit");
  });

  it("keeps the room in the server's markup for the words that say whether the clinic is open", async () => {
    await cms.answer("clinic", { body: { ...(await cms.content<ClinicFile>("clinic")), hours: always } });
    const it = mountRendered(await cms.rendered("booking"));
    it.container.style.width = "390px";
    const before = it.element.getBoundingClientRect().height;

    await it.event("clinic-load");

    expect(textOf(it)).to.match(/open 24 hours/i);
    expect(it.element.getBoundingClientRect().height).to.equal(before);
  });

  it("keeps no such room where the clinic tells no hours", async () => {
    await cms.answer("clinic", { body: { ...(await cms.content<ClinicFile>("clinic")), hours: [] } });

    const it = mountRendered(await cms.rendered("booking"));

    expect(it.root.querySelector("[part=hours]")).to.equal(null);
  });

  describe("tells the hours", () => {
    const WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday"].map((day) => ({
      day,
      opens: "09:00",
      closes: "17:00",
    }));
    const CHRISTMAS = { from: "2999-12-24", to: "2999-12-26", name: "Christmas", hours: [] };
    const EVE = { from: "2999-12-31", to: "2999-12-31", hours: [{ opens: "10:00", closes: "12:00" }] };
    const rowsOf = ({ root }: Mounted) =>
      [...root.querySelectorAll("[part=week] > div")].map((row) =>
        [...row.children]
          .map((each) => each.textContent?.trim().replaceAll("\u00a0", " "))
          .join(": ")
          // Engines differ in the comma after the weekday.
          .replace("day, ", "day "),
      );
    const EXPECTED = [
      "Monday – Friday: 9 am – 5 pm",
      "Saturday – Sunday: Closed",
      "24 December – 26 December: Closed · Christmas",
      "Tuesday 31 December: 10 am – 12 pm",
    ];
    const change = async (changes: object) =>
      cms.answer("clinic", {
        body: { ...(await cms.content<ClinicFile>("clinic")), timezone: "UTC", hours: WEEK, ...changes },
      });

    it("of the week, days with the same ones joined, and of the next special days", async () => {
      await change({ specialDays: [CHRISTMAS, EVE] });

      expect(rowsOf(await booking())).to.deep.equal(EXPECTED);
    });

    it("without JavaScript too", async () => {
      await change({ specialDays: [CHRISTMAS, EVE] });

      expect(rowsOf(mountRendered(await cms.rendered("booking")))).to.deep.equal(EXPECTED);
    });

    it("as the page asks for them", async () => {
      await change({});
      const shown = async (attributes: Record<string, string>) => {
        const { root } = await booking(attributes);
        return ["hours", "week"].filter((part) => root.querySelector(`[part=${part}]`)).join(" ");
      };

      expect(await shown({})).to.equal("hours week");
      expect(await shown({ hours: "now" })).to.equal("hours");
      expect(await shown({ hours: "none" })).to.equal("");
      expect(await shown({ compact: "" })).to.equal("hours");
      expect(await shown({ compact: "", hours: "week" })).to.equal("hours week");
    });

    for (const [inDays, hours, words] of [
      [1, [], "Closed tomorrow: Christmas"],
      [0, [], "Closed today: Christmas"],
      [1, [{ opens: "10:00", closes: "12:00" }], "Open tomorrow 10 am – 12 pm: Christmas"],
      [0, [{ opens: "00:00", closes: "00:00" }], "Open today 24 hours: Christmas"],
      [2, [], undefined],
    ] as const)
      it(`ahead of a special day: ${words ?? "not yet"}`, async () => {
        const day = new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10);
        await change({ specialDays: [{ from: day, to: day, name: "Christmas", hours }] });
        const part = (await booking()).root.querySelector("[part=special-day]");

        expect(part?.textContent?.replaceAll("\u00a0", " ")).to.equal(words);
      });

    it("F13 again when the next minute begins, as long as somebody looks", async () => {
      const { now } = Date;
      const timers = holdTimers();
      const RealDate = Date;
      let moment = RealDate.UTC(2026, 10, 30, 16, 59, 30);
      // Only the hours ask for the moment as a date.
      window.Date = class extends RealDate {
        constructor(...values: [number | string] | []) {
          super(values[0] ?? moment);
        }
        static override now = () => moment;
      } as DateConstructor;
      try {
        await change({});
        const it = await booking();
        const before = it.root.querySelector("[part=hours]")?.textContent;
        moment += 30_000;
        timers.pass(30_000);
        await new Promise((resolve) => setTimeout(resolve, 50));

        expect(before).to.include("Open now, until 5");
        expect(it.root.querySelector("[part=hours]")?.textContent).to.include("Closed now, opens Tuesday");
      } finally {
        window.Date = RealDate;
        Date.now = now;
        timers.restore();
      }
    });
  });

  it("does not say from the server whether the clinic is open", async () => {
    await cms.answer("clinic", { body: { ...(await cms.content<ClinicFile>("clinic")), hours: always } });
    const html = await cms.rendered("booking");
    await cms.answer("clinic", { drop: true });
    const it = mountRendered(html);
    await it.event("clinic-error");
    const before = textOf(it);

    const fresh = new Cms();
    await fresh.answer("clinic", { body: { ...(await fresh.content<ClinicFile>("clinic")), hours: always } });
    const live = mount(fresh, "clinic-booking");
    await live.event("clinic-load");

    expect(before).not.to.match(/open now/i);
    expect(textOf(live)).to.match(/open/i);
  });
});
