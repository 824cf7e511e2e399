/** Documents -> items of one list. One that cannot stand is left out with its fault. */
import type { z } from "zod";
import type { Doc } from "../documents/localize.ts";
import { type FaultList, FieldError, faultSentence, type ReportFault } from "./faults.ts";

/** What readers see of a document, and the document in their language. */
export type Item = { doc: Doc; data: unknown };

type Options = {
  collection: string;
  /** In order; those that are not public are missing from `docs`. */
  ids: Iterable<string>;
  docs: ReadonlyMap<string, Doc>;
  schema: z.ZodType;
  /** The document in the reader's language. */
  localize: (doc: Doc) => Doc;
  /** The item; `undefined` when there is none to show, which is no fault. */
  make: (doc: Doc, report: ReportFault) => unknown;
  faults: FaultList;
};

export function itemsOf({
  collection,
  ids,
  docs,
  schema,
  localize,
  make,
  faults,
}: Options): Map<string, Item> {
  const items = new Map<string, Item>();
  for (const id of ids) {
    const original = docs.get(id);
    if (!original) continue;
    const report: ReportFault = (path, reason, isWhole) =>
      faults.add({ collection, document: id, message: faultSentence(path, reason, isWhole) });
    try {
      const doc = localize(original);
      const data = make(doc, report);
      if (data === undefined) continue;
      const issue = schema.safeParse(data).error?.issues[0];
      if (issue) report(issue.path, issue.message, true);
      else items.set(id, { doc, data });
    } catch (error) {
      report(error instanceof FieldError ? [error.field] : [], (error as Error).message, true);
    }
  }
  return items;
}

export const docsOf = (items: ReadonlyMap<string, Item>): Map<string, Doc> =>
  new Map([...items].map(([id, { doc }]) => [id, doc]));

export const dataOf = (items: ReadonlyMap<string, Item>): unknown[] =>
  [...items.values()].map(({ data }) => data);
