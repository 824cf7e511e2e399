/**
 * Searches that ignore accents, case and kinds of apostrophes, in texts and rich texts, alike on both databases. SQLite
 * compares ASCII letters alone without case, and MongoDB no accent. So `like` and `contains` are answered here: the texts
 * are read and compared, and the query goes on with the ids that were found.
 * docs/decisions/0019-search-reads-the-texts.md says why.
 */
import type {
  CollectionBeforeOperationHook,
  CollectionSlug,
  Config,
  FlattenedField,
  PayloadRequest,
  Where,
} from "payload";
import { nestedRequest } from "../documents/nestedRequest.ts";
import { isCollection, valuesOf } from "../documents/payload.ts";
import { isRichText, type TextNode } from "../documents/texts.ts";
import { fold, isFound } from "./fold.ts";

type Args = { where?: Where; draft?: boolean; trash?: boolean; overrideAccess?: boolean };

/** `like` wants all words, `contains` the phrase. */
const OPERATORS = new Set(["like", "contains"]);
const TEXTS = new Set<FlattenedField["type"]>(["text", "textarea", "richText", "email"]);

const findFolded = (async ({ args, collection, operation, overrideAccess, req }) => {
  const { where, draft, trash } = args as Args;
  if (!where || !["read", "count", "update", "delete"].includes(operation)) return;
  const fields = new Set(
    collection.flattenedFields.filter(({ type }) => TEXTS.has(type)).map(({ name }) => name),
  );
  const searched = [...new Set(searchedIn(where).filter((name) => fields.has(name)))];
  if (searched.length === 0 || !isCollection(req.payload, collection.slug)) return;
  const docs = await readTexts(req, collection.slug, searched, {
    draft: draft === true,
    trash: trash === true,
    overrideAccess: overrideAccess === true,
  });
  return { ...args, where: withIds(where, fields, docs) };
}) as CollectionBeforeOperationHook;

/** Plugin: adds it to every collection. */
export const searchFolded = (config: Config): Config => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      beforeOperation: [...(collection.hooks?.beforeOperation ?? []), findFolded],
    },
  })),
});

type Texts = { id: string | number; texts: Record<string, string> };

/** The folded texts of all documents that whoever asks may read. What a field does not let them read is empty. */
async function readTexts(
  req: PayloadRequest,
  collection: CollectionSlug,
  fields: string[],
  options: { draft: boolean; trash: boolean; overrideAccess: boolean },
): Promise<Texts[]> {
  const { docs } = await req.payload.find({
    ...options,
    collection,
    select: Object.fromEntries(fields.map((name) => [name, true] as const)),
    depth: 0,
    limit: 0,
    pagination: false,
    disableErrors: true,
    user: req.user,
    req: nestedRequest(req),
  });
  return docs.map((doc) => ({
    id: doc.id,
    texts: Object.fromEntries(fields.map((name) => [name, fold(textOf(valuesOf(doc)[name]))])),
  }));
}

const textOf = (value: unknown): string => {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(textOf).join(" ");
  if (isRichText(value)) return wordsOf(value.root);
  // In all languages at once.
  return typeof value === "object" && value !== null ? Object.values(value).map(textOf).join(" ") : "";
};

/** Bold letters within a word are a node of their own; a paragraph ends a word. */
const wordsOf = (node: TextNode): string =>
  node.text ?? (node.children ?? []).map(wordsOf).join("") + (node.children ? " " : "");

/** The fields that a query looks for a text in. */
function searchedIn(where: Where): string[] {
  return Object.entries(where).flatMap(([name, condition]) => {
    if (Array.isArray(condition)) return condition.flatMap(searchedIn);
    return condition && Object.keys(condition).some((operator) => OPERATORS.has(operator)) ? [name] : [];
  });
}

/** One condition of a query as it is. */
const only = (where: Where, name: string): Where =>
  Object.fromEntries(Object.entries(where).filter(([each]) => each === name));

/** The query with the documents in place of the words that they were found by. */
function withIds(where: Where, fields: ReadonlySet<string>, docs: readonly Texts[]): Where {
  const conditions = Object.entries(where).flatMap(([name, condition]): Where[] => {
    if (Array.isArray(condition)) return [{ [name]: condition.map((each) => withIds(each, fields, docs)) }];
    if (!fields.has(name) || !condition) return [only(where, name)];
    return Object.entries(condition).map(([operator, search]): Where => {
      if (!OPERATORS.has(operator) || typeof search !== "string") return { [name]: { [operator]: search } };
      const found = docs.filter(({ texts }) => isFound(texts[name] ?? "", search, operator === "contains"));
      return { id: { in: found.map(({ id }) => id) } };
    });
  });
  return conditions.length === 1 ? (conditions[0] as Where) : { and: conditions };
}
