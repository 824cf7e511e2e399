/** Documents -> items of one list. One that cannot stand is left out with its fault. */
import type { CollectionSlug } from "payload";
import type { z } from "zod";
import type { Localized, Stored } from "../documents/types.ts";
import { type FaultList, FieldError, faultSentence, type ReportFault } from "./faults.ts";
import { check } from "./pruneToSchema.ts";
import type { Unchecked } from "./unchecked.ts";

/** What readers see of a document, and the document in their language. */
type Item<Slug extends CollectionSlug, Data> = { doc: Localized<Slug>; data: Data };
export type Items<Slug extends CollectionSlug, Data> = ReadonlyMap<string, Item<Slug, Data>>;

type Options<Slug extends CollectionSlug, Data> = {
  collection: Slug;
  /** In order; those that are not public are missing from `docs`. */
  ids: Iterable<string>;
  docs: ReadonlyMap<string, Stored<Slug>>;
  schema: z.ZodType<Data>;
  /** The document in the reader's language. */
  localize: (doc: Stored<Slug>) => Localized<Slug>;
  /** The item; `undefined` when there is none to show, which is no fault. */
  make: (doc: Localized<Slug>, report: ReportFault) => Unchecked<NoInfer<Data>> | undefined;
  faults: FaultList;
};

export function itemsOf<Slug extends CollectionSlug, Data>({
  collection,
  ids,
  docs,
  schema,
  localize,
  make,
  faults,
}: Options<Slug, Data>): Items<Slug, Data> {
  const items = new Map<string, Item<Slug, Data>>();
  for (const id of ids) {
    const original = docs.get(id);
    if (!original) continue;
    const report: ReportFault = (path, reason, isWhole) =>
      faults.add({ collection, document: id, message: faultSentence(path, reason, isWhole) });
    try {
      const doc = localize(original);
      const data = make(doc, report);
      if (data === undefined) continue;
      const { issue, checked } = check(schema, data);
      if (issue) report(issue.path, issue.message, true);
      else items.set(id, { doc, data: checked });
    } catch (error) {
      report(error instanceof FieldError ? [error.field] : [], (error as Error).message, true);
    }
  }
  return items;
}

export const docsOf = <Slug extends CollectionSlug>(
  items: Items<Slug, unknown>,
): Map<string, Localized<Slug>> => new Map([...items].map(([id, { doc }]) => [id, doc]));

export const dataOf = <Data>(items: Items<CollectionSlug, Data>): Data[] =>
  [...items.values()].map(({ data }) => data);
