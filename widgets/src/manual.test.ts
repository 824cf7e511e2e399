/**
 * The manual is the class comments, and for web developers the documentation pages of the demo. What elements really have,
 * both must name; and what they name, an element must have.
 */
import { readdirSync, readFileSync } from "node:fs";
import { ELEMENT_NAMES, type ElementName } from "@clinic-widgets/shared";
import type { LitElement } from "lit";
import { describe, expect, it } from "vitest";
import { fixtureFiles } from "../test/fixtures.ts";
import * as entry from "./index.ts";
import { renderElement } from "./server/index.ts";
import { allStyles } from "./styles/all.ts";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const readAll = (folder: string, ending: string): string =>
  readdirSync(new URL(folder, import.meta.url), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => read(`${folder}${name}`))
    .join("\n");
const matches = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map((match) => match[1] as string))].sort();

const shared = read("./clinic-element.ts");
const classOf = (element: ElementName): string => read(`./${element}/${element}.ts`);
const named = (manual: string, tag: string): string[] =>
  matches(manual, new RegExp(`@${tag} ([\\w-]+)`, "g"));
const sharedParts = named(shared, "csspart");
const everyPart = [
  ...new Set([...sharedParts, ...ELEMENT_NAMES.flatMap((each) => named(classOf(each), "csspart"))]),
];
const customProperties = named(shared, "cssprop");

const partsOf = (element: ElementName): string[] =>
  matches(
    renderElement(
      {
        element,
        lang: "en",
        clinic: "riverside",
        topic: "dry-needling-for-runners",
        styles: "inline",
        origin: "https://cms.example",
        now: 0,
      },
      fixtureFiles(),
      { style: "" },
    ),
    / part="([^" ]*)"/g,
  );

/** What the class of `element` really observes, without `lang` and what every element has. */
const COMMON_ATTRIBUTES = ["clinic", "heading-level", "src", "topic"];
const ownAttributesOf = (element: ElementName): string[] => {
  const name = `Clinic${element.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
  const { observedAttributes } = (entry as unknown as Record<string, typeof LitElement>)[
    name
  ] as typeof LitElement;
  return observedAttributes.filter((each) => !COMMON_ATTRIBUTES.includes(each)).sort();
};

/** Which events an element sends: those of content, and those of the controllers that it has. */
const eventsOf = (element: ElementName): string[] => {
  const source = classOf(element);
  return [
    ...(source.includes("new BookingController(") ? ["clinic-book"] : []),
    "clinic-error",
    "clinic-load",
    ...(source.includes("new QuestionsController(") ? ["clinic-toggle"] : []),
  ];
};

describe("the class comments", () => {
  it.each(ELEMENT_NAMES.filter((element) => element !== "topic"))(
    "name every part of clinic-%s",
    (element) => {
      const told = [...sharedParts, ...named(classOf(element), "csspart")];

      expect(partsOf(element).filter((part) => !told.includes(part))).toEqual([]);
    },
  );

  it("name every part of clinic-topic, or leave it to the element that it is made of", () => {
    expect(partsOf("topic").filter((part) => !everyPart.includes(part))).toEqual([]);
  });

  it("name every part that a template can draw, and none that no template draws", () => {
    const templates = [
      readAll("./templates/", ".ts"),
      readAll("./", ".template.ts"),
      read("./content-frame.ts"),
    ].join("\n");
    const drawn = matches(templates, / part="([\w-]+)"/g);

    expect(drawn.filter((part) => !everyPart.includes(part))).toEqual([]);
    expect(everyPart.filter((part) => !templates.includes(`"${part}"`))).toEqual([]);
  });

  it("name every custom property, and none that does nothing", () => {
    const styles = allStyles.map(({ cssText }) => cssText).join("\n");

    expect(customProperties).toEqual(matches(styles, /var\((--clinic-(?!theme-)[\w-]+)/g));
  });

  it.each(ELEMENT_NAMES)("name the events of clinic-%s, and no other", (element) => {
    expect(named(classOf(element), "fires")).toEqual(eventsOf(element));
  });

  it.each(ELEMENT_NAMES)("say what each attribute of clinic-%s means, and its default", (element) => {
    const explained = matches(classOf(element), /\/\*\* .* Default: .*\.? \*\/\n {2}declare (\w+):/g);

    expect(explained).toEqual(ownAttributesOf(element));
  });
});

describe("the documentation pages", () => {
  const pages = readAll("../../demo/docs/", ".html");
  const codes = (text: string): string[] => matches(text, /<code>([\w-]+)<\/code>/g);
  /** From the element with the `id` up to the next heading of its rank or above. */
  const sectionOf = (id: string): string => {
    const start = pages.indexOf(` id="${id}"`);
    expect(start, `a section with the id "${id}"`).toBeGreaterThan(0);
    const level = Number(pages.slice(0, start).at(-1));
    const rest = pages.slice(start);
    const end = rest.search(new RegExp(`<h[1-${level}]\\b`));
    return end < 0 ? rest : rest.slice(0, end);
  };
  const rowHeads = (section: string): string[] => matches(section, /<th scope="row">(?:<code>)?([\w-]+)/g);

  it.each(ELEMENT_NAMES)("name the attributes of clinic-%s, and no other", (element) => {
    expect(rowHeads(sectionOf(`clinic-${element}`))).toEqual(ownAttributesOf(element));
  });

  it("name the attributes of every element, and no other", () => {
    expect(rowHeads(sectionOf("attributes"))).toEqual([...COMMON_ATTRIBUTES, "lang"].sort());
  });

  it.each(ELEMENT_NAMES)("name the parts of clinic-%s, and none that it has not", (element) => {
    const told = codes(/Parts: (.*)<\/p>/.exec(sectionOf(`clinic-${element}`))?.[1] ?? "");
    const own = named(classOf(element), "csspart");
    // The topic is made of the other elements.
    const known = element === "topic" ? everyPart : [...own, ...sharedParts];

    expect(own.filter((part) => !told.includes(part))).toEqual([]);
    expect(told.filter((part) => !known.includes(part))).toEqual([]);
  });

  it("name every event with what it carries, and no other", () => {
    const section = sectionOf("events");
    const row = (event: string) =>
      section.split("<tr>").find((each) => each.includes(`<code>${event}</code>`));

    expect(rowHeads(section)).toEqual(["clinic-book", "clinic-error", "clinic-load", "clinic-toggle"]);
    expect(row("clinic-load")).toContain("{ stale }");
    expect(row("clinic-error")).toContain("{ code }");
    expect(row("clinic-toggle")).toContain("{ index, open }");
    expect(row("clinic-book")).toContain("{ link, kind, url }");
  });

  it("name every custom property, and none that does nothing", () => {
    expect(matches(pages, /(--clinic-[\w-]+)/g)).toEqual(customProperties);
  });
});
