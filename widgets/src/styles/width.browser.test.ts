/** Elements in places that take their width from what stands in them, as a flex row does. */
import { ELEMENT_NAMES } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { Cms } from "../../test/cms.ts";
import { cleanUp, mount } from "../../test/mount.ts";

const PLACES: [string, { around?: string; own?: string }][] = [
  ["a flex row", { around: "display: flex" }],
  [
    "a column of flex items at its start",
    { around: "display: flex; flex-direction: column; align-items: flex-start" },
  ],
  ["a grid's automatic column", { around: "display: grid; grid-template-columns: auto 1fr" }],
  ["a float", { own: "float: left" }],
  ["a line", { own: "display: inline-block" }],
];

describe("every element", () => {
  let cms: Cms;

  beforeEach(() => {
    cms = new Cms();
  });
  afterEach(cleanUp);

  /** How wide each element is in a place of `width`. */
  const widths = (width: number, { around = "", own = "" }: { around?: string; own?: string }) =>
    Promise.all(
      ELEMENT_NAMES.map(async (element) => {
        const it = mount(
          cms,
          `clinic-${element}`,
          { style: own },
          { attributes: { style: around }, width: `${width}px` },
        );
        await it.event("clinic-load");
        return [element, it.element.getBoundingClientRect().width] as const;
      }),
    );

  for (const [name, place] of PLACES) {
    it(`can be read in ${name}`, async () => {
      expect((await widths(760, place)).filter(([, width]) => width < 300)).to.deep.equal([]);
    });

    it(`stays in ${name} on a narrow phone`, async () => {
      const all = await widths(280, place);

      expect(all.filter(([, width]) => width < 200 || width > 280)).to.deep.equal([]);
    });
  }

  it("takes the whole width of an ordinary place", async () => {
    expect((await widths(760, {})).filter(([, width]) => width !== 760)).to.deep.equal([]);
  });
});
