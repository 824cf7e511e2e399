import { ELEMENT_NAMES, type ElementName } from "@clinic-widgets/shared";
import { schemas } from "@clinic-widgets/shared/schemas";
import { describe, expect, it } from "vitest";
import { fixtureFile, fixtureFiles, KINDS } from "../../test/fixtures.ts";
import { HOSTILE_URLS, hostile } from "../../test/hostile.ts";
import { withPlaceholders } from "../../test/placeholders.ts";
import { filesFor, type RenderRequest, renderElement, renderFrame } from "./index.ts";

const ASSETS = { style: "clinic-widgets-0123456789.css", frame: "clinic-widgets-9876543210.js" };

const request = (element: ElementName, more: Partial<RenderRequest> = {}): RenderRequest => ({
  element,
  lang: "en",
  clinic: "riverside",
  topic: "dry-needling-for-runners",
  styles: "inline",
  origin: "https://cms.example",
  now: Date.UTC(2026, 10, 20),
  ...more,
});

const render = (element: ElementName, more: Partial<RenderRequest> = {}) =>
  renderElement(request(element, more), fixtureFiles(more.lang ?? "en"), ASSETS);

describe("the fixtures", () => {
  it.each(KINDS.flatMap((kind) => [[kind, "en"] as const, [kind, "es"] as const]))(
    "%s in %s keep to the contract",
    (kind, locale) => {
      expect(schemas[kind].safeParse(fixtureFile(kind, locale)).error).toBeUndefined();
    },
  );
});

describe("renderElement", () => {
  it.each(ELEMENT_NAMES)("draws clinic-%s in a declarative shadow root", (element) => {
    const html = render(element);

    expect(html).toMatch(new RegExp(`^<clinic-${element} [^>]*><template shadowrootmode="open"><style>`));
    expect(html.endsWith(`</template></clinic-${element}>`)).toBe(true);
  });

  it.each(ELEMENT_NAMES)("leaves no mark of the rendering library in clinic-%s", (element) => {
    expect(render(element)).not.toMatch(/lit-part|lit-node|<\?>|\[object Object\]|undefined/);
  });

  it("says which topic, clinic, language and origin it shows", () => {
    expect(render("faq", { lang: "es" })).toMatch(
      /^<clinic-faq topic="dry-needling-for-runners" clinic="riverside" lang="es" src="https:\/\/cms.example" data-revision="clinic:es:\w+ faqs:es:\w+" data-rendered="2026-11-20">/,
    );
  });

  it("fills placeholders with the clinic's words", () => {
    const html = render("faq");

    expect(html).toContain("Riverside Acupuncture &amp; Dry Needling");
    expect(html).not.toContain("{{");
  });

  it("shows one group in one view", () => {
    const html = render("benefits", { options: { group: "overview", view: "table" } });

    expect(html).toMatch(/^<clinic-benefits [^>]*group="overview" view="table"/);
    expect(html).toContain("Loosens tight knots");
    expect(html).not.toContain("Kużdżał");
  });

  it("starts its headings at the given level", () => {
    expect(render("faq", { options: { "heading-level": "4" } })).toContain("<h4");
    expect(render("faq", { options: { "heading-level": "4" } })).not.toContain("<h2");
  });

  it("links the style sheet when asked to", () => {
    const html = render("faq", { styles: "link" });

    expect(html).toContain(
      '<link rel="stylesheet" href="https://cms.example/embed/v1/clinic-widgets-0123456789.css">',
    );
  });

  it("carries the clinic's theme as defaults", () => {
    expect(render("faq")).toContain("<style>:host{--clinic-theme-accent:#0b6355;");
  });

  it("leaves a theme out that is not a colour", () => {
    const files = fixtureFiles();
    files.clinic.theme = { accent: "red}</style><script>alert(1)</script>" };

    expect(renderElement(request("faq"), files, ASSETS)).not.toContain("<script>");
  });

  it("lets no stored text become markup", () => {
    const files = fixtureFiles();
    files.clinic.name = '<img src=x onerror="alert(1)">';
    files.faqs.items[0] = {
      ...files.faqs.items[0],
      question: "</template><script>alert(1)</script>",
    } as never;

    const html = renderElement(request("faq"), files, ASSETS);

    expect(html).not.toContain("<img");
    expect(html).not.toContain("<script>");
  });

  describe.each(HOSTILE_URLS)("given %j for every address, and markup in every text", (url) => {
    it.each(ELEMENT_NAMES)("runs nothing in clinic-%s", (element) => {
      const html = renderElement(request(element), hostile(fixtureFiles(), url), ASSETS);

      expect(html).not.toMatch(/<script|<img/i);
      expect(html.match(/<\/template>/g)).toHaveLength(1);
      expect(html.match(/<\/style>/g)?.length).toBe(html.match(/<style>/g)?.length);
      const addresses = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] as string);
      expect(addresses.filter((address) => !/^(?:#|tel:)/.test(address))).toEqual([]);
    });
  });

  it("throws for a file that does not keep to the contract, rather than drawing half of it", () => {
    const files = { ...fixtureFiles(), faqs: { ...fixtureFile("faqs"), items: [null] } as never };

    expect(() => renderElement(request("faq"), files, ASSETS)).toThrow(
      /Rendering clinic-faq of "dry-needling-for-runners" failed/,
    );
  });

  it("takes an odd heading level as the default", () => {
    expect(render("timings", { options: { "heading-level": "9" } })).toContain("<h2");
  });

  it("is the same for the same content, whenever it is drawn", () => {
    expect(render("booking")).toBe(render("booking"));
    expect(render("booking")).not.toMatch(/open now/i);
  });

  it("refuses to draw without the file that it needs", () => {
    expect(() => renderElement(request("faq"), {}, ASSETS)).toThrow(/needs its faqs file/);
  });

  it("does without the files that it can do without", () => {
    expect(renderElement(request("faq"), { faqs: fixtureFile("faqs") }, ASSETS)).toContain("our clinic");
  });
});

describe("renderFrame", () => {
  const frame = (element: ElementName, lang = "en") =>
    renderFrame(request(element, { lang }), fixtureFiles(lang), ASSETS);

  it("is a whole page in the content's language that search engines leave alone", () => {
    const html = frame("faq", "es");

    expect(html).toContain('<html lang="es" dir="ltr">');
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain("<clinic-faq ");
  });

  it("loads the live elements, and what tells its height", () => {
    expect(frame("faq")).toContain('<script async src="https://cms.example/embed/v1/loader.js"></script>');
    expect(frame("faq")).toContain(
      '<script defer src="https://cms.example/embed/v1/clinic-widgets-9876543210.js"></script>',
    );
  });

  it("is named for what it shows", () => {
    expect(frame("faq")).toContain("<title>Questions Runners Ask</title>");
    expect(frame("topic")).toContain("<title>Dry Needling for Runners</title>");
  });

  it("is named for the group and the view that it shows", () => {
    const titles = [{}, { group: "evidence" }, { group: "evidence", view: "table" }].map((options) => {
      const html = renderFrame(request("benefits", { options }), fixtureFiles(), ASSETS);
      return /<title>(.*)<\/title>/.exec(html)?.[1];
    });

    expect(titles).toEqual([
      "Benefits at a Glance",
      "What Can Dry Needling Do for a Runner?",
      "The Five Ways at a Glance",
    ]);
  });

  it("follows the reader to dark, light on paper, unless it is told a scheme", () => {
    const dark = /@media screen and \(prefers-color-scheme:dark\)\{:root\{color-scheme:dark/;
    const always = /@media screen\{:root\{color-scheme:dark/;
    const [own, light, darkOnly] = [undefined, "light" as const, "dark" as const].map((colorScheme) =>
      renderFrame(request("faq", { colorScheme }), fixtureFiles(), ASSETS),
    );

    expect(own).toMatch(dark);
    expect(light).not.toContain("color-scheme:dark");
    expect(darkOnly).toMatch(always);
  });

  it("takes no colour into its styles that is none", () => {
    const files = fixtureFiles();
    files.clinic.theme = { accent: "red;}</style><script>" };

    expect(renderFrame(request("faq"), files, ASSETS)).not.toMatch(/red;|oklch\(from #/);
  });
});

describe("relative links in a frame", () => {
  const drawn = (website: string | undefined, url: string) => {
    const { clinic, ...files } = fixtureFiles();
    const { website: _, ...others } = clinic;
    return renderFrame(
      request("faq"),
      { ...hostile(files, url, ""), clinic: { ...others, ...(website ? { website } : {}) } },
      ASSETS,
    );
  };

  it.each([
    ["https://example.com/", "https://example.com/"],
    ["http://clínica.example/es/?a=1&b", "http://xn--clnica-4va.example/es/?a=1&#38;b"],
  ])("lead to the clinic's website, %s", (website, base) => {
    const html = drawn(website, "/booking");

    expect(html).toContain(`<base target="_blank" href="${base}">`);
    expect(html).toContain('href="/booking"');
  });

  it.each(["/booking", "#sources", "booking", "?a=1"])("are words alone without a website: %s", (url) => {
    for (const website of [undefined, "mailto:a@example.com", "https://"]) {
      const html = drawn(website, url);

      expect(html).toContain('<base target="_blank" href="about:invalid">');
      expect(html).not.toContain(`href="${url}"`);
      expect(html).toContain('<span part="source">Kużdżał et al., 2025</span>');
      // Such a line would be nothing without its link.
      expect(html).not.toContain("Find out more in our trigger point index");
    }
  });

  it.each(["https://example.org/a", "mailto:a@example.com", "tel:+12125550134"])(
    "have nothing to do with %s, which stays",
    (url) => {
      expect(drawn(undefined, url)).toContain(`href="${url}"`);
    },
  );
});

/** Every element in every view that can be asked for. */
const VIEWS: [ElementName, Partial<RenderRequest>][] = [
  ...ELEMENT_NAMES.map((element): [ElementName, Partial<RenderRequest>] => [element, {}]),
  ["benefits", { options: { group: "overview", view: "table" } }],
  ["benefits", { options: { group: "evidence", view: "table" } }],
  ["benefits", { options: { group: "evidence", view: "sections" } }],
  ["injuries", { options: { view: "table" } }],
  ["injuries", { options: { view: "list" } }],
];

describe.each([
  ["with a clinic", true],
  ["without one", false],
])("placeholders in every text, %s", (_, hasClinic) => {
  const files = () =>
    Object.fromEntries(
      KINDS.filter((kind) => hasClinic || kind !== "clinic").map((kind) => [
        kind,
        withPlaceholders(fixtureFile(kind)),
      ]),
    );
  const drawn = VIEWS.filter(([element]) => hasClinic || filesFor(element)[0] !== "clinic");

  it.each(drawn)("are filled in clinic-%s %j and its frame", (element, more) => {
    const html = renderFrame(request(element, more), files(), ASSETS);

    expect(html).toContain(hasClinic ? "Riverside Acupuncture" : "our clinic");
    expect(html).toContain(hasClinic ? "911" : "your local emergency number");
    expect(html).not.toContain("{{");
  });
});

describe("neutral words in a language that has none of its own", () => {
  const files = () =>
    Object.fromEntries(
      KINDS.filter((kind) => kind !== "clinic").map((kind) => [
        kind,
        { ...withPlaceholders(fixtureFile(kind)), locale: "ar" },
      ]),
    );
  const drawn = VIEWS.filter(([element]) => filesFor(element)[0] !== "clinic");

  it.each(drawn)("are marked as English wherever they stand in clinic-%s %j", (element, more) => {
    const html = renderElement(request(element, { lang: "ar", ...more }), files(), ASSETS);

    const said = [...html.matchAll(/(<[^>]*>)?(?:our clinic|our phone number|your area)/gi)];
    expect(said).not.toEqual([]);
    expect(new Set(said.map(([, tag]) => tag))).toEqual(new Set(['<span lang="en" dir="ltr">']));
    // Behind slugs, which editors cannot write them in, they would be attributes.
    expect(html.replace(/="[^"]*"/g, "")).not.toContain("[object Object]");
  });

  it("are plain in the name of a page, which has one language", () => {
    const page = renderFrame(request("faq", { lang: "ar" }), files(), ASSETS);

    expect(page).toMatch(/<title>[^<]*our clinic[^<]*<\/title>/i);
  });
});

describe("filesFor", () => {
  it("names what an element reads, for delivery to fetch", () => {
    expect(filesFor("booking")).toEqual(["clinic", "topic"]);
  });
});
