import type { TopicFile } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { Cms } from "../../test/cms.ts";
import { describeContentElement } from "../../test/content-element-suite.ts";
import { cleanUp, mount } from "../../test/mount.ts";

describeContentElement({
  element: "key-points",
  main: "topic",
  words: { en: "Long-term effects and effects in elite athletes", es: "Los efectos a largo plazo" },
  emptied: ({ keyPoints: _, ...file }: TopicFile) => file,
  changed: (file: TopicFile, words) => ({
    ...file,
    keyPoints: { heading: "Key points", items: [{ text: words, studies: [] }] },
  }),
});

describe("<clinic-key-points>", () => {
  afterEach(cleanUp);

  it("shows five points under their heading", async () => {
    const it = mount(new Cms(), "clinic-key-points");
    await it.event("clinic-load");

    expect(it.root.querySelectorAll("li")).to.have.length(5);
    expect(it.root.querySelector("h2")?.textContent).to.include("The Short Version");
  });
});
