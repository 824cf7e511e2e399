/** Holds a compiled piece to the contract: what breaks it is cut out, as little as possible, and reported with its field. */
import * as contract from "@clinic-widgets/shared/schemas";
import type { z } from "zod";
import type { ReportFault } from "./faults.ts";

type Path = readonly PropertyKey[];
type Issue = { path: Path; message: string };

/**
 * `data` without the parts that break `schema`; `undefined` when readers cannot do without one of them.
 * Prose is one part: with a paragraph missing it could say something else.
 */
export function pruneToSchema<T>(schema: z.ZodType, data: T, report: ReportFault): T | undefined {
  let current = data;
  for (;;) {
    const issue = firstIssue(schema, current);
    if (!issue) return current;
    const without = withoutPart(schema, current, issue.path);
    report(issue.path, issue.message, without === undefined);
    if (without === undefined) return undefined;
    current = without;
  }
}

/** What every file carries once it is stored; the contract asks for it. */
const STORED = { version: 1, revision: "unpublished", publishedAt: "2000-01-01T00:00:00.000Z" };

/** The content of a file of the contract, without the parts that break it. */
export function pruneFile<T extends Record<string, unknown>>(data: T, report: ReportFault): T | undefined {
  const schema = contract.schemas[data.kind as keyof typeof contract.schemas] as z.ZodType;
  const file = pruneToSchema(schema, { ...data, ...STORED }, report);
  if (!file) return undefined;
  const { version: _, revision: __, publishedAt: ___, ...content } = file;
  return content as unknown as T;
}

const firstIssue = (schema: z.ZodType, data: unknown): Issue | undefined =>
  schema.safeParse(data).error?.issues[0];

/** The smallest cut on the way to `path` that mends it, if there is one. */
function withoutPart<T>(schema: z.ZodType, data: T, path: Path): T | undefined {
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
