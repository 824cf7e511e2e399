/** What the compiler makes, and how it is stored. */
import { createHash } from "node:crypto";
import type { Payload } from "payload";
import type { Papers } from "../evidence/paper.ts";
import type { Snapshot } from "../store/types.ts";
import type { Fault } from "./faults.ts";
import type { AnyFileContent } from "./unchecked.ts";

/**
 * `locales`: the configured ones, the default first. `draft`: for a preview. `papers`: which studies are of one paper, read
 * once for several units; left out, it is read for this one.
 */
export type CompileOptions = {
  payload: Payload;
  locales: readonly string[];
  draft?: boolean;
  papers?: (() => Promise<Papers>) | undefined;
};

/** The files of one unit; none when its document is not public. */
export type Compiled = { unit: string; sources: string[]; files: ContentData[]; faults: Fault[] };
export type ContentData = { path: string; data: AnyFileContent };

/**
 * The file as it is stored. `publishedAt` is when this content was first written: that of `old` is kept while the content
 * is the same. Nothing else of it is: what was read back from a disk may name a revision that it does not hold.
 */
export function snapshotOf(
  { path, data }: ContentData,
  { unit, sources }: Pick<Compiled, "unit" | "sources">,
  old: Snapshot | undefined,
  now: Date,
): Snapshot {
  const revision = createHash("sha256").update(JSON.stringify(data)).digest("hex").slice(0, 20);
  const sorted = [...sources].sort();
  const { kind, locale, ...content } = data;
  const publishedAt = (old?.revision === revision && dateIn(old.body)) || now.toISOString();
  return {
    path,
    unit,
    sources: sorted,
    revision,
    body: JSON.stringify({ version: 1, kind, locale, revision, publishedAt, ...content }),
  };
}

function dateIn(body: string): string | undefined {
  const [, date] = /"publishedAt":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"/.exec(body) ?? [];
  return date;
}
