/** Where the types that Payload generates of our collections meet names that are known only when the CMS runs. */
import type { BasePayload, CollectionSlug } from "payload";

/** Whether `value`, such as a part of an address, names a collection. */
export const isCollection = (
  { collections }: Pick<BasePayload, "collections">,
  value: string,
): value is CollectionSlug => Object.hasOwn(collections, value);

/** `Object.entries` of a table of ours, whose keys are known. */
export const entriesOf = <Key extends string, Value>(table: Readonly<Record<Key, Value>>): [Key, Value][] =>
  Object.entries(table) as [Key, Value][];
