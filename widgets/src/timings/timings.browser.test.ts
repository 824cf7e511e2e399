import type { TimingsFile } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { Cms } from "../../test/cms.ts";
import { describeContentElement } from "../../test/content-element-suite.ts";
import { cleanUp, mount } from "../../test/mount.ts";

describeContentElement({
  element: "timings",
  main: "timings",
  words: { en: "After Hard Training or Races", es: "Después de entrenamientos intensos o competencias" },
  emptied: (file: TimingsFile) => ({ ...file, items: [] }),
  changed: (file: TimingsFile, words) => ({
    ...file,
    items: file.items.map((timing, index) => (index === 0 ? { ...timing, timing: words } : timing)),
  }),
});

describe("<clinic-timings>", () => {
  afterEach(cleanUp);

  it("shows five moments as a table", async () => {
    const it = mount(new Cms(), "clinic-timings");
    await it.event("clinic-load");

    const heads = [...it.root.querySelectorAll("thead th")].map((one) => one.textContent?.trim());

    expect(heads).to.deep.equal(["Timing", "What It Is For", "What It May Do"]);
    expect(it.root.querySelectorAll("tbody tr")).to.have.length(5);
  });

  for (const [name, columns] of [
    ["no block on the page", undefined],
    ["no heads", []],
    ["two heads for three columns", ["Timing", "What It Is For"]],
  ] as const) {
    it(`shows whole cells and no heads with ${name}`, async () => {
      const cms = new Cms();
      const file = await cms.content<TimingsFile>("timings");
      const views = columns ? file.views.map((view) => ({ ...view, columns: [...columns] })) : [];
      await cms.answer("timings", { body: { ...file, views } });
      const it = mount(cms, "clinic-timings", {}, { width: "320px" });
      await it.event("clinic-load");

      const cells = [...it.root.querySelectorAll("tbody td")].map(({ textContent }) => textContent?.trim());

      expect(cells).to.deep.equal(file.items.flatMap(({ purpose, benefits }) => [purpose, benefits]));
      expect(it.root.querySelectorAll("thead, .head")).to.have.length(0);
    });
  }
});
