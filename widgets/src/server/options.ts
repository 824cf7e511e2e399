/** The options of elements as the server has them: attributes, which are strings, in markup and in addresses. */
import { type ElementName, type Kind, SLUG } from "@clinic-widgets/shared";
import { allFilesFor } from "../content/files-for.ts";
import { DEFINITIONS } from "../definitions.ts";
import { headingLevel, type Option, type Options } from "../options.ts";
import type { RenderFiles } from "./types.ts";

/** The value of each attribute that is set. That of a flag is empty, as in markup. */
export type OptionAttributes = Readonly<Record<string, string | undefined>>;

/** An option as an address names it. */
export type AddressOption = {
  /** The name of the attribute. */
  name: string;
  /** What is wrong with `value`, as a sentence; `undefined` for a value that the element knows. */
  problemWith(value: string): string | undefined;
};

/** Every option of `element`, with the names of its property and its attribute. */
const namedOptions = (element: ElementName): { property: string; attribute: string; option: Option }[] => {
  const options: Options = { ...DEFINITIONS[element].options, headingLevel };
  return Object.entries(options).map(([property, option]) => ({
    property,
    attribute: typeof option.attribute === "string" ? option.attribute : property,
    option,
  }));
};

/** What an address can ask of `element`. On a tag an odd value is the default; in an address it is an error. */
export const optionsOf = (element: ElementName): AddressOption[] =>
  namedOptions(element).map(({ attribute: name, option }) => ({
    name,
    problemWith: (value) => problemWith(name, option, value),
  }));

function problemWith(name: string, { type, values }: Option, value: string): string | undefined {
  if (values)
    return values.map(String).includes(value) ? undefined : `${name} is one of: ${values.join(", ")}.`;
  if (type === Boolean)
    return value === "" ? undefined : `${name} takes no value: write its name alone, or leave it out.`;
  return SLUG.test(value) ? undefined : `${name} is a slug: lower-case words joined by hyphens.`;
}

/** The attributes that `given` sets on the tag, `true` for a flag; the values of the same options by property, as Lit reads them. */
export function readAttributes(element: ElementName, given: OptionAttributes = {}) {
  const named = namedOptions(element).map(({ option, ...names }) => {
    const value = given[names.attribute];
    return { ...names, value: option.type === Boolean ? value !== undefined : value };
  });
  return {
    attributes: Object.fromEntries(named.map(({ attribute, value }) => [attribute, value])),
    properties: Object.fromEntries(named.map(({ property, value }) => [property, value])),
  };
}

/**
 * `given` without preferences for what `files` do not have, and the name of an option that asks for anything else that
 * they do not have. So there are only as many answers to addresses as the content has names.
 */
export function resolveOptions(
  element: ElementName,
  given: OptionAttributes,
  files: RenderFiles,
): { options: OptionAttributes; missing: string | undefined } {
  const content = files[allFilesFor(element)[0] as Kind];
  const unknown = namedOptions(element).filter(({ attribute, option: { words } }) => {
    const value = given[attribute];
    return words && value !== undefined && !words.includes(value) && !hasSlug(content, value);
  });
  const names = unknown.map(({ attribute }) => attribute);
  return {
    options: Object.fromEntries(Object.entries(given).filter(([name]) => !names.includes(name))),
    missing: unknown.find(({ option }) => !option.isPreference)?.attribute,
  };
}

const hasSlug = (content: unknown, slug: string): boolean =>
  typeof content === "object" &&
  content !== null &&
  Object.entries(content).some(([key, value]) => (key === "slug" ? value === slug : hasSlug(value, slug)));
