/**
 * One paper is one public record: a second one would not know of a correction or retraction that the first is given.
 * Records that were public side by side before this rule may still be changed, and retracted, as they are.
 */
import {
  type CollectionAfterChangeHook,
  type CollectionBeforeChangeHook,
  type PayloadRequest,
  ValidationError,
} from "payload";
import { readPaperRecords } from "../compile/papers.ts";
import {
  IDENTIFIER_WORDS,
  type IdentifierName,
  keysOf,
  type PaperRecord,
  sharedBy,
} from "../evidence/paper.ts";

type Keys = ReturnType<typeof keysOf>;

/** In the context of a request, by the id of a study: the identifiers under which it was public before. */
const KNOWN = "knownIdentifiers";
const knownIn = (req: PayloadRequest) => (req.context[KNOWN] ?? {}) as Record<string, Keys>;

const isPublishing = (data: { _status?: unknown; deletedAt?: unknown }): boolean =>
  data._status === "published" && !data.deletedAt;

/** Remembers the identifiers that the study is public with, which the change will overwrite. */
export const rememberIdentifiers: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== "update" || !isPublishing(data) || Object.keys(keysOf(data)).length === 0) return data;
  const id = String(originalDoc.id);
  const before = (await readPaperRecords(req.payload, req)).find((record) => record.id === id);
  if (before) req.context[KNOWN] = { ...knownIn(req), [id]: keysOf(before) };
  return data;
};

/** Runs after the change and before its commit, so that of two that are published together each sees the other. */
export const refuseSecondRecord: CollectionAfterChangeHook = async ({ collection, data, doc, req }) => {
  if (!isPublishing(data) || Object.keys(keysOf(data)).length === 0) return doc;
  const id = String(doc.id);
  const records = await readPaperRecords(req.payload, req);
  const own = records.find((record) => record.id === id);
  if (!own) return doc;
  const known = knownIn(req)[id] ?? {};
  const added = Object.fromEntries(
    Object.entries(keysOf(own)).filter(([name, key]) => known[name as IdentifierName] !== key),
  ) as Keys;
  for (const other of records) {
    const [name] = other.id === id ? [] : sharedBy(added, keysOf(other));
    if (name)
      throw new ValidationError(
        {
          collection: collection.slug,
          errors: [{ path: name, label: IDENTIFIER_WORDS[name], message: sentenceFor(other, name, req) }],
          req,
        },
        req.t,
      );
  }
  return doc;
};

function sentenceFor(
  { id, title }: PaperRecord & { title: string },
  name: IdentifierName,
  { payload: { config } }: PayloadRequest,
): string {
  const link = `${config.serverURL}${config.routes.admin}/collections/studies/${encodeURIComponent(id)}`;
  return `This was not published, because “${title}” has this ${IDENTIFIER_WORDS[name]} already: ${link} is the record of this paper. Use that one, merge the two in the panel “Same paper”, or correct the number.`;
}
