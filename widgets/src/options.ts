/**
 * The options of elements: attributes that say how content is shown. Each one is described once, in the definition of its
 * element; the element observes and reads it by that, the server reads the same attribute, and delivery the same word in
 * an address.
 */
import type { PropertyDeclaration } from "lit";

/** What Lit observes, and what templates get for it. */
export type Option<T = unknown> = PropertyDeclaration & {
  /** All values but odd ones. None for a flag, which is there or not, and for what has its name from editors. */
  values?: readonly (string | number)[];
  /** Of an option that names a thing of the content by its slug: other words that it knows. */
  words?: readonly string[];
  /** Whether an element that finds no such thing shows all the same what it shows without the option. */
  isPreference?: boolean;
  /** The value of an attribute or a property for templates; an odd one is the default. */
  parse(value: unknown): T;
};

/** By the name of their property. */
export type Options = Record<string, Option>;

/** What templates get. */
export type OptionValues<O extends Options> = { [Name in keyof O]: ReturnType<O[Name]["parse"]> };

/** An option that knows `values` only. `fallback` is the default. */
export const oneOf = <const V extends string | number, const F = undefined>(
  values: readonly V[],
  fallback?: F,
): Option<V | F> => ({
  values,
  // A number is a string in an attribute.
  parse: (value) => values.find((each) => String(each) === String(value)) ?? (fallback as F),
});

/** Frameworks write "false" for a flag that is off (React 18, Vue 3 and Svelte 5 do, for attributes). */
const isOn = (value: unknown): boolean => (value ?? false) !== false && value !== "false";

/** An option that is there or not. */
export const flag: Option<boolean> = { type: Boolean, converter: { fromAttribute: isOn }, parse: isOn };

/** An option that names a thing of the content by its slug, or is one of `words`. The template looks for it. */
export const slugOption = (words: readonly string[] = []): Option<string | undefined> => ({
  words,
  parse: (value) => value as string | undefined,
});

/** The option that every element has: the level of its first heading. */
export const headingLevel: Option<number> = {
  ...oneOf([2, 3, 4, 5, 6], 2),
  attribute: "heading-level",
};

/** The values of `options` in `given`, by the names of their properties; the default for what is not there. */
export const readOptions = <O extends Options>(
  options: O,
  given: Readonly<Record<string, unknown>>,
): OptionValues<O> =>
  Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, option.parse(given[name])]),
  ) as OptionValues<O>;
