/**
 * Every element with every one of its options: the server draws what the element draws by the same attributes. The table
 * is made from the definitions.
 */
import { ELEMENT_NAMES } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { Cms } from "../../test/cms.ts";
import { cleanUp, mount, mountRendered, until } from "../../test/mount.ts";
import { type Attributes, combinationsOf, valuesOf } from "../../test/options.ts";
import { DEFINITIONS } from "../definitions.ts";
import { headingLevel, type Options } from "../options.ts";

const LEVELS = valuesOf({ headingLevel }).flatMap(([name, values]) =>
  values.map((value): Attributes => ({ [name]: value })),
);
const CASES = ELEMENT_NAMES.flatMap((element) =>
  [...combinationsOf(element), ...LEVELS].map((attributes) => [element, attributes] as const),
);

/** Every option that is there or not, with its attribute. */
const FLAGS = ELEMENT_NAMES.flatMap((element) =>
  Object.entries(DEFINITIONS[element].options as Options)
    .filter(([, { type }]) => type === Boolean)
    .map(([name, { attribute }]) => [element, typeof attribute === "string" ? attribute : name] as const),
);

/** The templates that ship have lost the white space between their tags, which the server's still have. */
const comparable: (markup: string) => string =
  document.documentElement.dataset.elements === undefined
    ? (markup) => markup
    : (markup) => markup.replace(/\s+/g, " ").replace(/ ?(<[^>]*>) ?/g, "$1");

/** The markup of `node`, without what differs between two ways of writing the same. The server knows no "now". */
function markupOf(node: Node | null | undefined): string {
  if (node instanceof Comment || !node) return "";
  if (!("localName" in node)) return node.textContent ?? "";
  const element = node as Element;
  const attributes = [...element.attributes].map(({ name, value }) => ` ${name}="${value}"`).sort();
  const isTimed = element.getAttribute("part") === "hours";
  const inner = isTimed ? "" : [...element.childNodes].map(markupOf).join("");
  return `<${element.localName}${attributes.join("")}>${inner}</${element.localName}>`;
}
const drawnIn = (element: Element | null): string =>
  comparable(markupOf(element?.shadowRoot?.querySelector(".content")));

/** What the tag says besides the content, the CMS and when it was drawn. */
const optionsOn = (element: Element | null): Attributes =>
  Object.fromEntries(
    [...(element?.attributes ?? [])]
      .filter(({ name }) => !/^(topic|clinic|lang|src|data-.*)$/.test(name))
      .map(({ name, value }) => [name, value]),
  );

describe("an element that the server draws by its attributes", () => {
  afterEach(cleanUp);

  for (const [element, attributes] of CASES) {
    const said = Object.entries(attributes).map(([name, value]) => (value ? `${name}="${value}"` : name));
    it(`is <${[`clinic-${element}`, ...said].join(" ")}> as a page draws it`, async () => {
      const cms = new Cms();
      const live = mount(cms, `clinic-${element}`, attributes);
      await live.event("clinic-load");

      const html = await cms.rendered(element, "en", `?${new URLSearchParams(attributes)}`);
      const fromServer = Document.parseHTMLUnsafe(html).body.firstElementChild;
      const upgraded = mountRendered(html);
      await upgraded.event("clinic-load");

      expect(drawnIn(live.element)).not.to.equal("");
      expect(drawnIn(fromServer)).to.equal(drawnIn(live.element));
      expect(optionsOn(fromServer)).to.deep.equal(attributes);
      expect(drawnIn(upgraded.element)).to.equal(drawnIn(live.element));
    });
  }

  for (const [element, name] of FLAGS) {
    it(`is <clinic-${element}> for ${name}="false", at first and whenever it is set so`, async () => {
      const cms = new Cms();
      const tag = `clinic-${element}`;
      const [plain, on, changing] = [
        mount(cms, tag),
        mount(cms, tag, { [name]: "" }),
        mount(cms, tag, { [name]: "false" }),
      ];
      await Promise.all([plain, on, changing].map((each) => each.event("clinic-load")));
      const isAs = (other: typeof plain) => drawnIn(changing.element) === drawnIn(other.element);
      expect(drawnIn(changing.element)).to.equal(drawnIn(plain.element));

      changing.element.setAttribute(name, "");
      await until(() => isAs(on), "what the flag asks for");
      changing.element.setAttribute(name, "false");
      await until(() => isAs(plain), "what is drawn without it");
    });
  }

  it("reads only the files that it draws, so that what the page reads confirms it", async () => {
    const cms = new Cms();
    const rendered = mountRendered(await cms.rendered("topic", "en", "?prose="));
    const drawn = rendered.element.dataset.revision;
    await rendered.event("clinic-load");

    const requests = await cms.requests();
    expect(drawn?.split(" ")).to.have.length(requests.length);
    expect(requests.filter((path) => /faqs|benefits/.test(path))).to.deep.equal([]);
  });
});
