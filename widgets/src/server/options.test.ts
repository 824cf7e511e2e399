import { ELEMENT_NAMES, type ElementName } from "@clinic-widgets/shared";
import type { LitElement } from "lit";
import { describe, expect, it } from "vitest";
import { fixtureFiles } from "../../test/fixtures.ts";
import { valuesOf } from "../../test/options.ts";
import { DEFINITIONS } from "../definitions.ts";
import * as elements from "../index.ts";
import { optionsOf, type RenderRequest, renderElement, resolveOptions } from "./index.ts";

const OPTIONS = ELEMENT_NAMES.flatMap((element) =>
  optionsOf(element).map((option) => [element, option.name, option] as const),
);

const render = (element: ElementName, options: RenderRequest["options"]) =>
  renderElement(
    {
      element,
      lang: "en",
      clinic: "riverside",
      topic: "dry-needling-for-runners",
      options,
      styles: "inline",
      origin: "https://cms.example",
      now: 0,
    },
    fixtureFiles(),
    { style: "" },
  );

describe("optionsOf", () => {
  it.each([
    ["faq", ["open", "single", "heading-level"]],
    ["benefits", ["group", "view", "heading-level"]],
    ["booking", ["link", "compact", "hours", "heading-level"]],
    ["topic", ["section", "prose", "heading-level"]],
    ["studies", ["heading-level"]],
  ] as const)("names the attributes of %s", (element, names) => {
    expect(optionsOf(element).map(({ name }) => name)).toEqual(names);
  });

  it.each(ELEMENT_NAMES)(
    "names every attribute of clinic-%s but those that the path of an address has",
    (element) => {
      const name = `Clinic${element.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
      const { observedAttributes } = (elements as unknown as Record<string, typeof LitElement>)[
        name
      ] as typeof LitElement;
      const inPath = ["topic", "clinic", "src"];

      expect(
        optionsOf(element)
          .map((option) => option.name)
          .sort(),
      ).toEqual(observedAttributes.filter((each) => !inPath.includes(each)).sort());
    },
  );

  it.each(OPTIONS)("refuses an odd value for %s %s in a sentence", (_, name, option) => {
    expect(["Not a slug", " ", "<b>"].map((value) => option.problemWith(value))).toEqual(
      Array(3).fill(expect.stringMatching(new RegExp(`^${name} .*\\.$`))),
    );
  });

  it.each([
    ["faq", "open", "first"],
    ["faq", "single", ""],
    ["injuries", "view", "list"],
    ["booking", "link", "first-visit"],
    ["topic", "section", "title"],
    ["timings", "heading-level", "6"],
  ] as const)("takes %s %s=%j", (element, name, value) => {
    expect(
      optionsOf(element)
        .find((option) => option.name === name)
        ?.problemWith(value),
    ).toBeUndefined();
  });

  it.each([
    ["faq", "single", "false"],
    ["faq", "open", ""],
    ["faq", "open", "FIRST"],
    ["injuries", "view", "sections"],
    ["timings", "heading-level", "1"],
    ["timings", "heading-level", "03"],
  ] as const)("refuses %s %s=%j", (element, name, value) => {
    expect(
      optionsOf(element)
        .find((option) => option.name === name)
        ?.problemWith(value),
    ).toBeTruthy();
  });
});

describe("resolveOptions", () => {
  it("passes over a booking link that the clinic has not: its first one is the button", () => {
    expect(resolveOptions("booking", { link: "closed-down", compact: "" }, fixtureFiles())).toEqual({
      options: { compact: "" },
      missing: undefined,
    });
  });

  it("says that a section is missing, in whose place there is nothing to show", () => {
    expect(resolveOptions("topic", { section: "history" }, fixtureFiles()).missing).toBe("section");
  });

  it.each([
    ["booking", { link: "acupuncture-session" }],
    ["topic", { section: "conclusion", prose: "" }],
    ["topic", { section: "intro" }],
    ["faq", { open: "all" }],
  ] as const)("leaves what there is: %s %j", (element, options) => {
    expect(resolveOptions(element, options, fixtureFiles())).toEqual({ options, missing: undefined });
  });
});

describe("renderElement with options", () => {
  const shadowRoot = (html: string) => /<template.*<\/template>/s.exec(html)?.[0];

  it.each(
    ELEMENT_NAMES.flatMap((element) =>
      valuesOf(DEFINITIONS[element].options).map(([name, values]) => [element, name, values] as const),
    ),
  )("draws %s otherwise by %s", (element, name, values) => {
    const drawn = [{}, ...values.map((value) => ({ [name]: value }))].map((options) =>
      shadowRoot(render(element, options)),
    );

    expect(new Set(drawn).size).toBeGreaterThan(1);
  });

  it("starts headings at the level", () => {
    expect(shadowRoot(render("studies", { "heading-level": "5" }))).toMatch(/<h5/);
  });

  it("puts them on the tag as attributes, flags without a value", () => {
    expect(render("faq", { open: "first", single: "" })).toMatch(
      /^<clinic-faq [^>]* open="first" single src=/,
    );
  });

  it("draws an odd value as the default, as the element does", () => {
    expect(render("faq", { open: "wide" }).replace(' open="wide"', "")).toBe(render("faq", {}));
  });

  it("takes nothing to the tag that is no option of the element", () => {
    expect(render("faq", { view: "table", onclick: "alert(1)" })).toBe(render("faq", {}));
  });

  it("names the files that it drew alone: without the lists, their changes are none", () => {
    expect(render("topic", { prose: "" })).toMatch(/ data-revision="clinic:en:\w+ topic:en:\w+"/);
  });
});
