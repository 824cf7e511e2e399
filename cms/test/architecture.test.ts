/** Imports inside cms/src run one way: each folder may use those that this table names, and no others. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { expect, it } from "vitest";

const SRC = join(import.meta.dirname, "../src");

/** From the ground up. What a folder answers, and what it may import beside packages and `shared`. */
const MAY_IMPORT: Record<string, { answers: string; from: string }> = {
  config: { answers: "what is set from outside: environment, secret, mail, languages, log", from: "" },
  input: { answers: "what people type and paste, and what they mean by it", from: "" },
  documents: { answers: "how a document is walked, localized, read, told from its draft", from: "config" },
  fields: { answers: "groups of fields, their checks and row labels", from: "documents input" },
  evidence: { answers: "what studies and findings are, and how they are cited", from: "documents input" },
  database: { answers: "the two adapters made safe, the outbox", from: "config documents" },
  http: { answers: "what stands before Payload and Next, and our own pages", from: "config database" },
  access: { answers: "who may do what", from: "database documents" },
  people: {
    answers: "how people come in, and are locked out",
    from: "config database documents access http",
  },
  store: { answers: "where snapshots and builds are", from: "config database" },
  compile: { answers: "documents in, contract out", from: "config input documents evidence database store" },
  validation: { answers: "what may be saved and published", from: "input fields documents evidence compile" },
  versions: { answers: "one language, trash, restore, duplicate", from: "config documents database" },
  search: { answers: "what a search finds", from: "documents" },
  publishing: { answers: "outbox to store", from: "config documents compile store database" },
  preview: { answers: "drafts in the real widgets", from: "config documents evidence compile store" },
  delivery: { answers: "store to HTTP", from: "store" },
  collections: {
    answers: "one collection a file",
    from: "config documents fields evidence database access people compile validation versions",
  },
  seed: { answers: "the demo content", from: "documents database" },
  admin: {
    answers: "React parts of the admin UI",
    from: "config documents fields evidence database access people compile seed",
  },
  backup: { answers: "the data folder, out and in", from: "config database store" },
  start: {
    answers: "the start and the end",
    from: "config database people publishing preview seed store payload.config.ts",
  },
  app: { answers: "the routes of Next", from: "database access http versions admin" },
};

/** The one file at the root: the table of contents, which may name everything. */
const ROOT_FILES = ["payload.config.ts"];

const sources = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter(
  (file) => /\.tsx?$/.test(file) && !file.endsWith(".test.ts") && !file.endsWith(".d.ts"),
);

const folderOf = (file: string): string => file.split(sep)[0] as string;

/** The files of ours that `file` imports, its types included. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), "utf8");
  const specifiers = [...text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*"(\.[^"]+)"/g)];
  return (
    specifiers
      .map(([, path = ""]) => relative(SRC, resolve(SRC, dirname(file), path)))
      // The text of a migration that is to be written names files from its own place.
      .filter((target) => existsSync(join(SRC, target)))
  );
}

it("has a row for every folder, and no file beside them but the table of contents", () => {
  const entries = readdirSync(SRC, { withFileTypes: true });
  expect(
    entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort(),
  ).toEqual(Object.keys(MAY_IMPORT).sort());
  expect(
    entries
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .filter((name) => name !== "payload-types.ts"),
  ).toEqual(ROOT_FILES);
});

it.each(Object.entries(MAY_IMPORT))("%s uses only what lies below it", (folder, { from }) => {
  const allowed = new Set([folder, ...from.split(" ")]);
  const upward = sources
    .filter((file) => folderOf(file) === folder)
    .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
    .filter(({ target }) => !allowed.has(folderOf(target)))
    .map(({ file, target }) => `${file} imports ${target}`);

  expect(upward).toEqual([]);
});

it("has no two folders that need each other", () => {
  const reaches = (from: string, seen = new Set<string>()): Set<string> => {
    for (const next of (MAY_IMPORT[from]?.from ?? "").split(" ").filter(Boolean))
      if (!seen.has(next)) reaches(next, seen.add(next));
    return seen;
  };

  expect(Object.keys(MAY_IMPORT).filter((folder) => reaches(folder).has(folder))).toEqual([]);
});
