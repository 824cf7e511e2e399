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
});
