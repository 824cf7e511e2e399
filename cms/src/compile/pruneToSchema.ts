/** Holds a compiled piece to the contract: what breaks it is cut out, as little as possible, and reported with its field. */

import type { ContentFiles, Kind } from "@clinic-widgets/shared";
import * as contract from "@clinic-widgets/shared/schemas";
import type { z } from "zod";
import type { ReportFault } from "./faults.ts";
import type { FileContent, Unchecked } from "./unchecked.ts";

type Path = readonly PropertyKey[];
type Issue = { path: Path; message: string };

/**
 * `data` without the parts that break `schema`; `undefined` when readers cannot do without one of them.
 * Prose is one part: with a paragraph missing it could say something else.
 */
export function pruneToSchema<T>(
  schema: z.ZodType<T>,
  data: Unchecked<NoInfer<T>>,
  report: ReportFault,
): T | undefined {
  return prune(schema, data, report);
}

function prune<T>(schema: z.ZodType<T>, data: unknown, report: ReportFault): T | undefined {
  let current = data;
  for (;;) {
    const { issue, checked } = check(schema, current);
    if (!issue) return checked;
    const without = withoutPart(schema, current, issue.path);
    report(issue.path, issue.message, without === undefined);
    if (without === undefined) return undefined;
    current = without;
  }
}

/** What every file carries once it is stored; the contract asks for it. */
const STORED = { version: 1, revision: "unpublished", publishedAt: "2000-01-01T00:00:00.000Z" };

const SCHEMAS: { [K in Kind]: z.ZodType<ContentFiles[K]> } = contract.schemas;

/** The content of a file of the contract, without the parts that break it. */
export function pruneFile<K extends Kind>(
  kind: K,
  data: Unchecked<FileContent<K>>,
  report: ReportFault,
): FileContent<K> | undefined {
  const file = prune(SCHEMAS[kind], Object.assign({}, data, STORED), report);
  if (!file) return undefined;
  const { version: _, revision: __, publishedAt: ___, ...content } = file;
  return content;
}

/** `data` itself when the schema has nothing against it, else the first thing that it has. */
export function check<T>(
  schema: z.ZodType<T>,
  data: unknown,
): { issue: Issue; checked?: undefined } | { issue?: undefined; checked: T } {
  const issue = schema.safeParse(data).error?.issues[0];
  // Not what zod answers with, which has the keys of the schema's order: a file's revision is a hash of its text.
  return issue ? { issue } : { checked: data as T };
}

/** The smallest cut on the way to `path` that mends it, if there is one. */
function withoutPart(schema: z.ZodType, data: unknown, path: Path): unknown {
  for (let depth = reach(data, path); depth > 0; depth--) {
    const place = path.slice(0, depth);
    const isInList = typeof place.at(-1) === "number";
    // A list can lose one of its things; of a list of words, such as column heads, each has its place.
    if (isInList && typeof valueAt(data, place) !== "object") continue;
    const candidate = structuredClone(data);
    cut(candidate, place);
    // A field that is needed is missed at its place.
    if (isInList || !hasIssueAt(schema, candidate, place)) return candidate;
  }
  return undefined;
}

/** How deep a cut may go: to a whole piece of prose, but not into it. */
function reach(data: unknown, path: Path): number {
  let value: unknown = data;
  for (const [depth, key] of path.entries()) {
    if (Array.isArray(value) && value.some(isNode)) return depth;
    value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
  }
  return path.length;
}

const isNode = (value: unknown): boolean => typeof value === "object" && value !== null && "type" in value;

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], data);

function cut(data: unknown, path: Path): void {
  const key = path.at(-1) as string | number;
  const parent = valueAt(data, path.slice(0, -1));
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else if (typeof parent === "object" && parent !== null) delete (parent as Record<string, unknown>)[key];
}

const hasIssueAt = (schema: z.ZodType, data: unknown, path: Path): boolean =>
  (schema.safeParse(data).error?.issues ?? []).some(({ path: other }) =>
    path.every((key, index) => other[index] === key),
  );
