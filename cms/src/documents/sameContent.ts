/** Whether two documents have the same content. */
import { type Data, isData } from "./fields.ts";
import { isUnset } from "./texts.ts";

/** What differs between two versions although the texts are the same. */
const BOOKKEEPING = new Set(["id", "_status", "createdAt", "updatedAt"]);

/** Whether two documents, read in all languages, have the same content, however empty values are written. */
export const haveSameContent = (a: Data, b: Data): boolean => contentOf(a) === contentOf(b);

function contentOf(doc: Data): string | undefined {
  const content = Object.entries(doc).filter(([name]) => !BOOKKEEPING.has(name));
  return JSON.stringify(withoutEmpty(Object.fromEntries(content)));
}

/** `value` without what is empty, its keys in order; `undefined` when nothing is left. */
function withoutEmpty(value: unknown): unknown {
  if (isUnset(value)) return undefined;
  if (Array.isArray(value)) return value.length > 0 ? value.map(withoutEmpty) : undefined;
  if (!isData(value)) return value;
  const entries = Object.keys(value)
    .sort()
    .map((key) => [key, withoutEmpty(value[key])] as const)
    .filter(([, inner]) => inner !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
