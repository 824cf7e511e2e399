import type { InjuriesFile } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { Cms } from "../../test/cms.ts";
import { describeContentElement } from "../../test/content-element-suite.ts";
import { cleanUp, mount, textOf } from "../../test/mount.ts";

describeContentElement({
  element: "injuries",
  main: "injuries",
  words: { en: "Plantar Fasciitis", es: "Fascitis plantar" },
  emptied: (file: InjuriesFile) => ({ ...file, items: [] }),
  changed: (file: InjuriesFile, words) => ({
    ...file,
    items: file.items.map((injury, index) => (index === 1 ? { ...injury, name: words } : injury)),
  }),
});

describe("<clinic-injuries>", () => {
  let cms: Cms;

  beforeEach(() => {
    cms = new Cms();
  });
  afterEach(cleanUp);

  const injuries = async (view?: string) => {
    const it = mount(cms, "clinic-injuries", { view });
    await it.event("clinic-load");
    return it;
  };

  it("lists nine injuries with their muscles and a link each", async () => {
    const it = await injuries("list");

    expect(it.root.querySelectorAll("table")).to.have.length(0);
    expect(it.root.querySelectorAll("a[href^='https://example.org/treatments/']")).to.have.length(9);
    expect(textOf(it)).to.include("Tensor fasciae latae");
  });

  it("shows nine injuries as a table", async () => {
    const it = await injuries("table");

    expect(it.root.querySelectorAll("tbody tr")).to.have.length(9);
    expect(it.root.querySelector("caption, table[aria-labelledby], table[aria-label]")).not.to.equal(null);
  });

  it("shows what editors arranged where the asked view is not among it, and a list where nothing is", async () => {
    const file = await cms.content<InjuriesFile>("injuries");
    const tables = file.views.filter(({ view }) => view === "table");
    await cms.answer("injuries", { body: { ...file, views: tables } });
    const arranged = await injuries("list");
    cms = new Cms();
    await cms.answer("injuries", { body: { ...file, views: [] } });
    const plain = await injuries("table");

    expect(arranged.root.querySelectorAll("tbody tr")).to.have.length(9);
    expect(plain.root.querySelectorAll("li[part~=injury]")).to.have.length(9);
  });

  it("keeps its table and its list apart", async () => {
    const it = await injuries();

    const [first, second] = [...it.root.querySelectorAll(".content > *")].map((one) =>
      one.getBoundingClientRect(),
    ) as [DOMRect, DOMRect];

    expect(it.root.querySelectorAll(".content > *")).to.have.length(2);
    expect(second.top - first.bottom).to.be.above(32);
  });

  it("keeps a heading away from the edge of the screen when an address leads to it", async () => {
    const it = await injuries("list");

    const target = it.root.querySelector("#plantar-fasciitis") as Element;

    expect(Number.parseFloat(getComputedStyle(target).scrollMarginBlockStart)).to.be.above(0);
  });

  it("does not follow a link that a browser might run", async () => {
    const file = await cms.content<InjuriesFile>("injuries");
    const [first, ...others] = file.items;
    const bad = { ...first, readMore: { label: "Read more", url: "javascript:alert(1)" } };
    await cms.answer("injuries", { body: { ...file, items: [bad, ...others] } });

    const it = await injuries("list");

    expect(it.root.querySelectorAll("a[href^='javascript:']")).to.have.length(0);
  });
});
