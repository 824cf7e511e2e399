import type { BenefitsFile } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { Cms } from "../../test/cms.ts";
import { describeContentElement } from "../../test/content-element-suite.ts";
import { cleanUp, mount, textOf, until } from "../../test/mount.ts";

describeContentElement({
  element: "benefits",
  main: "benefits",
  words: { en: "Loosens tight knots in a muscle", es: "Afloja los nudos tensos de un músculo" },
  emptied: (file: BenefitsFile) => ({ ...file, items: [] }),
  changed: (file: BenefitsFile, words) => ({
    ...file,
    items: file.items.map((benefit, index) => (index === 0 ? { ...benefit, plainEnglish: words } : benefit)),
  }),
});

describe("<clinic-benefits>", () => {
  let cms: Cms;

  beforeEach(() => {
    cms = new Cms();
  });
  afterEach(cleanUp);

  const benefits = async (attributes: Record<string, string>, width?: string) => {
    const it = mount(cms, "clinic-benefits", attributes, width ? { width } : {});
    await it.event("clinic-load");
    return it;
  };

  it("shows a group as a table with its column heads", async () => {
    const it = await benefits({ group: "overview", view: "table" });

    const heads = [...it.root.querySelectorAll("thead th")].map((one) => one.textContent?.trim());

    expect(heads).to.deep.equal(["Benefit", "In Plain English", "Why Runners Care"]);
    expect(it.root.querySelectorAll("tbody tr")).to.have.length(5);
    expect(it.root.querySelectorAll("tbody th[scope=row]")).to.have.length(5);
  });

  it("shows the evidence with who was studied and what it cannot tell", async () => {
    const it = await benefits({ group: "evidence", view: "sections" });

    expect(it.root.querySelectorAll("div[part~=study]")).to.have.length(5);
    expect(textOf(it)).to.include("Healthy and injured athletes from many sports, runners among them");
    expect(textOf(it)).to.include("Results varied from study to study.");
  });

  it("shows all views of the topic in order without attributes", async () => {
    const it = await benefits({});

    expect(it.root.querySelectorAll("table")).to.have.length(2);
    expect(it.root.querySelectorAll("div[part~=study]")).to.have.length(5);
  });

  for (const [width, space] of [
    ["390px", 2.4 * 16],
    ["800px", 3 * 16],
  ] as const) {
    it(`keeps its views apart like the parts of a page at ${width}`, async () => {
      const it = await benefits({ style: "font-size: 16px" }, width);

      const boxes = [...it.root.querySelectorAll("table, .sections")].map((one) =>
        one.getBoundingClientRect(),
      );
      const spaces = boxes.slice(1).map((box, index) => Math.round(box.top - (boxes[index]?.bottom ?? 0)));

      expect(spaces).to.deep.equal([Math.round(space), Math.round(space)]);
    });
  }

  it("numbers its sections in the page's typeface, and writes their headings in that of headings", async () => {
    const it = await benefits({
      view: "sections",
      style: "font-family: Arial; --clinic-heading-font: Georgia",
    });
    const fontOf = (selector: string) =>
      getComputedStyle(it.root.querySelector(selector) as Element).fontFamily;

    expect(fontOf("[part=section-heading] > [part=number]")).to.equal("Arial");
    expect(fontOf("[part=section-heading] > :not([part=number])")).to.equal("Georgia");
  });

  it("shows what editors arranged where the asked view is not among it, and sections where nothing is", async () => {
    const file = await cms.content<BenefitsFile>("benefits");
    const tables = file.views.filter(({ view }) => view === "table");
    await cms.answer("benefits", { body: { ...file, views: tables } });
    const arranged = await benefits({ group: "evidence", view: "sections" });
    const other = new Cms();
    await other.answer("benefits", { body: { ...file, views: [] } });
    const plain = mount(other, "clinic-benefits", {});
    await plain.event("clinic-load");

    expect(arranged.root.querySelectorAll("tbody tr")).to.have.length(5);
    expect(plain.root.querySelectorAll("section[part~=section]")).to.have.length(10);
  });

  it("draws again when the view changes", async () => {
    const it = await benefits({ group: "evidence", view: "table" });

    it.element.setAttribute("view", "sections");

    await until(() => !it.root.querySelector("table"), "the sections");
  });

  it("turns its rows into cards in a narrow container", async () => {
    const narrow = await benefits({ group: "overview", view: "table" }, "360px");
    const wide = await benefits({ group: "overview", view: "table" }, "800px");

    const cells = (it: typeof narrow) =>
      [...it.root.querySelectorAll("tbody tr:first-child > *")].map((one) => one.getBoundingClientRect());
    const tops = (it: typeof narrow) => new Set(cells(it).map(({ top }) => Math.round(top))).size;

    expect(tops(wide)).to.equal(1);
    expect(tops(narrow)).to.equal(3);
  });

  it("keeps a table's roles when it is shown as cards", async () => {
    const narrow = await benefits({ group: "overview", view: "table" }, "360px");

    await expect(narrow.element).to.be.accessible();
    const table = narrow.root.querySelector("table") as HTMLTableElement;
    const roles = [...table.querySelectorAll("thead, tbody, tr, th, td")].map((one) =>
      one.getAttribute("role"),
    );
    // A browser may take no element for a table, or a part of one, that is not laid out as one, unless it is told.
    expect(getComputedStyle(table).display).to.equal("table");
    expect([...new Set(roles)].sort()).to.deep.equal([
      "cell",
      "columnheader",
      "row",
      "rowgroup",
      "rowheader",
    ]);
    expect(narrow.root.querySelector<HTMLElement>("td .head")?.checkVisibility()).to.equal(true);
    expect(narrow.root.querySelector<HTMLElement>("td .head")?.getAttribute("aria-hidden")).to.equal("true");
  });
});
