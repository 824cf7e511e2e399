/** Mistakes in what patients are told that do not get past `npm run check`: each is made in a copy of the sources. */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");

type Mistake = { mistake: string; file: string; write: string; instead: string; refusal: RegExp };

/** Each in a place of its own: all are made at once, and the compiler must name every one. */
const MISTAKES: Mistake[] = [
  {
    mistake: "a misspelt field of a document",
    file: "cms/src/compile/contract.ts",
    instead: "plainEnglish: benefit.plainEnglish",
    write: "plainEnglish: benefit.plainEnglsh",
    refusal: /contract\.ts.*Property 'plainEnglsh' does not exist/,
  },
  {
    mistake: "a misspelt field in a row of a document",
    file: "cms/src/compile/contract.ts",
    instead: "label: finding.label",
    write: "label: finding.lable",
    refusal: /contract\.ts.*Property 'lable' does not exist/,
  },
  {
    mistake: "a field that was removed from its collection",
    file: "cms/src/payload-types.ts",
    instead: "  whyItMatters?: string | null;\n",
    write: "",
    refusal: /contract\.ts.*Property 'whyItMatters' does not exist/,
  },
  {
    mistake: "a field that is of another kind now",
    file: "cms/src/payload-types.ts",
    instead: "participants?: number | null;",
    write: "participants?: string | null;",
    refusal: /contract\.ts.*Type 'string' is not assignable to type 'number'/,
  },
  {
    mistake: "a choice for editors that readers do not know",
    file: "cms/src/payload-types.ts",
    instead: "directness: 'direct' | 'partly' | 'other'",
    write: "directness: 'direct' | 'partly' | 'other' | 'animals'",
    refusal: /contract\.ts.*'"animals"'/,
  },
  {
    mistake: "a block of a page that nobody compiles",
    file: "cms/src/payload-types.ts",
    instead: "blockType: 'disclaimer';",
    write: "blockType: 'warning';",
    refusal: /blocks\.ts.*not assignable to parameter of type 'never'/,
  },
  {
    mistake: "a field of the contract that nobody fills",
    file: "shared/src/schemas/lists.ts",
    instead: "  purpose: z.string(),\n",
    write: "  purpose: z.string(),\n  duration: z.string().optional(),\n",
    refusal: /contract\.ts.*Property 'duration' is missing/,
  },
  {
    mistake: "a field of a clinic's file that nobody fills",
    file: "shared/src/schemas/clinic.ts",
    instead: "  topics: z.array(slug),\n",
    write: "  topics: z.array(slug),\n  languages: z.array(locale).optional(),\n",
    refusal: /clinicFile\.ts.*Property 'languages' is missing/,
  },
  {
    mistake: "a field that the contract does not have",
    file: "cms/src/compile/contract.ts",
    instead: "    limitations: inField(",
    write: "    note: study.population,\n    limitations: inField(",
    refusal: /contract\.ts.*'note' does not exist in type/,
  },
  {
    mistake: "a line of plain text where prose is asked for",
    file: "cms/src/compile/contract.ts",
    instead: "richTextOf(injury.description)",
    write: "richTextOf(injury.name)",
    refusal: /contract\.ts.*Type 'string' has no properties in common with type 'EditorText'/,
  },
  {
    mistake: "a text of another language where a value is asked for",
    file: "cms/src/compile/settingsParts.ts",
    instead: 'String(row.number ?? "").trim()',
    write: 'row.number ?? ""',
    refusal: /settingsParts\.ts.*is not assignable to/,
  },
  {
    mistake: "a relation that the collection does not have",
    file: "cms/src/compile/topicDocs.ts",
    instead: "idsOf(topic.injuries)",
    write: "idsOf(topic.injury)",
    refusal: /topicDocs\.ts.*Property 'injury' does not exist/,
  },
  {
    mistake: "items that are held to the schema of another kind",
    file: "cms/src/compile/topic.ts",
    instead: 'items("timings", contract.timing,',
    write: 'items("timings", contract.benefit,',
    refusal: /topic\.ts.*missing the following properties/,
  },
  {
    mistake: "a list with the blocks of another one",
    file: "cms/src/compile/topic.ts",
    instead: 'viewsOf(body, "faqs")',
    write: 'viewsOf(body, "studies")',
    refusal: /topic\.ts.*not assignable to type/,
  },
  {
    mistake: "a collection that there is none of",
    file: "cms/src/compile/topicDocs.ts",
    instead: 'readByIds(read, "structures", ids.structures)',
    write: 'readByIds(read, "structure", ids.structures)',
    refusal: /topicDocs\.ts.*'"structure"' is not assignable/,
  },
];

let copy = "";
/** What it said against them, a line for each. */
let refusals: string[] = [];

beforeAll(async () => {
  mkdirSync(join(ROOT, ".cache"), { recursive: true });
  copy = mkdtempSync(join(ROOT, ".cache/mistakes-"));
  for (const folder of ["cms", "shared"]) {
    cpSync(join(ROOT, folder, "src"), join(copy, folder, "src"), {
      recursive: true,
      filter: (path) =>
        !/\.test\.ts$|[\\/]\(payload\)$|[\\/]seed[\\/]content$|[\\/]migrations[\\/]/.test(path),
    });
    symlinkSync(join(ROOT, folder, "node_modules"), join(copy, folder, "node_modules"));
  }
  for (const { file, instead, write, mistake } of MISTAKES) {
    const path = join(copy, file);
    const text = readFileSync(path, "utf8");
    if (!text.includes(instead))
      throw new Error(`${file} no longer holds "${instead}": make ${mistake} elsewhere.`);
    writeFileSync(path, text.replace(instead, write));
  }
  const config = {
    extends: "../../tsconfig.base.json",
    compilerOptions: {
      types: ["node"],
      typeRoots: [join(ROOT, "node_modules/@types")],
      paths: {
        "@clinic-widgets/shared": ["./shared/src/index.ts"],
        "@clinic-widgets/shared/schemas": ["./shared/src/schemas/index.ts"],
      },
    },
    include: ["cms/src/payload-types.ts", "cms/src/compile/*.ts"],
  };
  writeFileSync(join(copy, "tsconfig.json"), JSON.stringify(config));
  // It ends with an error: that is what is asked for.
  const said = await promisify(execFile)(join(ROOT, "node_modules/.bin/tsc"), [
    "-p",
    copy,
    "--pretty",
    "false",
  ]).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  );
  refusals = said.replaceAll("\n ", " ").split("\n");
  // Seconds, but minutes on a machine that does much else.
}, 300_000);
afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

describe("the compiler of contents refuses", () => {
  it.each(MISTAKES)("$mistake", ({ refusal }) => {
    expect(refusals).toContainEqual(expect.stringMatching(refusal));
  });
});
