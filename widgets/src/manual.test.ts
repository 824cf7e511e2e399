/** The class comments are the manual: what elements really have, they must name. */
import { readFileSync } from "node:fs";
import { ELEMENT_NAMES, type ElementName } from "@clinic-widgets/shared";
import { describe, expect, it } from "vitest";
import { fixtureFiles } from "../test/fixtures.ts";
import { renderElement } from "./server/index.ts";
import { allStyles } from "./styles/all.ts";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const named = (manual: string, tag: string): string[] =>
  [...manual.matchAll(new RegExp(`@${tag} ([\\w-]+)`, "g"))].map((match) => match[1] as string);

const shared = read("./clinic-element.ts");
const manualOf = (element: ElementName): string => read(`./${element}/${element}.ts`);
const everyPart = [shared, ...ELEMENT_NAMES.map(manualOf)].flatMap((manual) => named(manual, "csspart"));

const partsOf = (element: ElementName): string[] => {
  const html = renderElement(
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
  );
  return [
    ...new Set([...html.matchAll(/ part="([^"]*)"/g)].flatMap((match) => (match[1] as string).split(" "))),
  ];
};

describe("the manual", () => {
  it.each(ELEMENT_NAMES.filter((element) => element !== "topic"))(
    "names every part of clinic-%s",
    (element) => {
      const told = [...named(shared, "csspart"), ...named(manualOf(element), "csspart")];

      expect(partsOf(element).filter((part) => !told.includes(part))).toEqual([]);
    },
  );

  it("names every part of clinic-topic, or leaves it to the element that it is made of", () => {
    expect(partsOf("topic").filter((part) => !everyPart.includes(part))).toEqual([]);
  });

  it("names every custom property, and none that does nothing", () => {
    const styles = allStyles.map(({ cssText }) => cssText).join("\n");
    const used = new Set([...styles.matchAll(/var\((--clinic-(?!theme-)[\w-]+)/g)].map((match) => match[1]));

    expect(named(shared, "cssprop").sort()).toEqual([...used].sort());
  });
});
