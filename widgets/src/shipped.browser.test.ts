/** That the runs of a test file, on the sources and on what ships, are what they say. */
import { expect } from "@open-wc/testing";
import { Cms } from "../test/cms.ts";
import { cleanUp, mount } from "../test/mount.ts";

describe("the elements under test", () => {
  afterEach(cleanUp);

  it("come from the build where the page says so, and else from the sources", async () => {
    const it = mount(new Cms(), "clinic-faq");
    await it.event("clinic-load");

    const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
    const built = loaded.filter((path) => /\/embed\/v1\/clinic-widgets-[0-9a-f]+\.js$/.test(path));
    const sources = loaded.filter((path) => path.endsWith("/src/faq/faq.ts"));
    const wantsBuilt = "elements" in document.documentElement.dataset;

    expect([built.length, sources.length]).to.deep.equal(wantsBuilt ? [1, 0] : [0, 1]);
  });
});
