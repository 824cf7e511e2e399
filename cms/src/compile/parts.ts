/**
 * Which part of a document is in a file. Where it is a small one, the file names it as its source, with a digest of what was
 * in it, such as `settings/settings#citationStyle=9f86d081884c`: a change of the rest does not compile the file again.
 */
import { createHash } from "node:crypto";

const PART = /^([^#]+)#(.+)=[0-9a-f]{12}$/s;

/** The source for the part `name` of `document`, in which there was `value`. */
export function partSource(document: string, name: string, value: unknown): string {
  const digest = createHash("sha256")
    .update(JSON.stringify(value) ?? "")
    .digest("hex")
    .slice(0, 12);
  return `${document}#${name}=${digest}`;
}

/** The document that a source is, or is a part of. */
export const documentOfSource = (source: string): string => source.replace(/#.*$/s, "");

/** Tells of a source whether there is something else in it than `valueNow` says. Of a whole document that is always so. */
export function changedSince(
  valueNow: (document: string, name: string) => unknown,
): (source: string) => boolean {
  const current = new Map<string, string>();
  return (source) => {
    const [, document, name] = PART.exec(source) ?? [];
    if (document === undefined || name === undefined) return true;
    const part = `${document}#${name}`;
    const now = current.get(part) ?? partSource(document, name, valueNow(document, name));
    current.set(part, now);
    return source !== now;
  };
}
