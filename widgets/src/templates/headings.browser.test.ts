/** The order of headings where editors write headings into their texts: no level is left out. */
import { ELEMENT_NAMES } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { Cms } from "../../test/cms.ts";
import { cleanUp, mount } from "../../test/mount.ts";
import { allFilesFor } from "../content/files-for.ts";

const HEADING = { type: "heading", level: 1, children: [{ type: "text", text: "An editor's heading" }] };

/** A copy of `value` in which every prose has a heading behind its first paragraph. */
function withHeadings(value: unknown): unknown {
  if (Array.isArray(value)) {
    const [first, ...rest] = value;
    const isProse = (first as { type?: string } | undefined)?.type === "paragraph";
    return isProse ? [first, HEADING, ...rest] : value.map(withHeadings);
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, name === "citation" ? each : withHeadings(each)]),
  );
}

describe("Headings that editors write", () => {
  afterEach(cleanUp);

  for (const element of ELEMENT_NAMES.filter((name) => name !== "key-points"))
    for (const level of [2, 3])
      it(`follow those of <clinic-${element} heading-level="${level}">`, async () => {
        const cms = new Cms();
        for (const kind of allFilesFor(element))
          await cms.answer(kind, { body: withHeadings(await cms.content(kind)) });
        const it = mount(cms, `clinic-${element}`, { "heading-level": String(level) });
        await it.event("clinic-load");

        const headings = [...it.root.querySelectorAll(".content :is(h2, h3, h4, h5, h6)")];
        const levels = headings.map((one) => Number(one.localName.slice(1)));
        const leaps = levels.flatMap((each, index) => {
          const before = levels[index - 1] ?? level - 1;
          return each > before + 1 ? [`h${before}, h${each} ${headings[index]?.textContent}`] : [];
        });

        expect(leaps).to.deep.equal([]);
      });
});
