/** Every option of every element with values to try, made from the definitions: a new option is in it by itself. */
import type { ElementName } from "@clinic-widgets/shared";
import { DEFINITIONS } from "../src/definitions.ts";
import type { Option, Options } from "../src/options.ts";

export type Attributes = Record<string, string>;

/** What options name in the fixtures, beside the words that they know themselves. The last one is not there. */
const SLUGS: Record<string, string[]> = {
  link: ["first-visit", "acupuncture-session", "nowhere"],
  section: ["conclusion", "how-it-helps", "nowhere"],
};

/** `options` by attribute, each with its values; that of a flag is empty. */
export const valuesOf = (options: Options): [name: string, values: string[]][] =>
  Object.entries(options).map(([property, option]) => {
    const name = typeof option.attribute === "string" ? option.attribute : property;
    return [name, samplesOf(name, option)];
  });

function samplesOf(name: string, { type, values, words }: Option): string[] {
  if (values) return values.map(String);
  if (type === Boolean) return [""];
  const slugs = SLUGS[name];
  if (!slugs) throw new Error(`Name some slugs of the fixtures for the option "${name}".`);
  return [...(words ?? []), ...slugs];
}

/** Each option of `element` with each value and without any, in every combination. */
export const combinationsOf = (element: ElementName): Attributes[] =>
  valuesOf(DEFINITIONS[element].options).reduce<Attributes[]>(
    (sofar, [name, values]) =>
      sofar.flatMap((each) => [each, ...values.map((value) => ({ ...each, [name]: value }))]),
    [{}],
  );
