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

/** Whether the documents of `collection` are drafted before they are published. */
export const hasDrafts = (payload: Pick<BasePayload, "collections">, collection: string): boolean =>
  isCollection(payload, collection) && Boolean(payload.collections[collection].config.versions?.drafts);

/** The values of a document of any collection, by the names of its fields. */
export const valuesOf = (doc: object): Record<string, unknown> => ({ ...doc });

/**
 * What a collection, or the settings, are to hold, where the fields are known only when the CMS runs. Payload wants the
 * type of one collection; the checks of the collection itself see to what is written.
 */
export const uncheckedData = (data: object): never => data as never;
