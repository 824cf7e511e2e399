/**
 * Runs every benchmark, or those that are named, and writes their results beside this file, as tables that can be read and
 * compared. Ends with an error when a promise was not kept.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../support/product.ts";
import { measureDelivery } from "./delivery.ts";
import { type FloodResult, measureLoginFlood } from "./loginFlood.ts";
import { describeMachine } from "./machine.ts";
import { measurePublish, PROMISED_MS } from "./publish.ts";
import { measureScale, SIZES, type Size } from "./scale.ts";

/** Each writes its page, and says whether what is promised was kept. */
const BENCHMARKS = {
  publish: benchPublish,
  delivery: benchDelivery,
  "login-flood": benchLoginFlood,
  scale: benchScale,
};
/** A reader may wait twice as long, at the 99th percentile, while the login is flooded. */
const PROMISED_RATIO = 2;

const folder = join(import.meta.dirname, "results");
mkdirSync(folder, { recursive: true });
const machine = describeMachine();
const databases: Database[] = process.env.MONGODB_TEST_URL ? ["sqlite", "mongodb"] : ["sqlite"];

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(BENCHMARKS, name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark called ${unknown.join(" or ")}. There are: ${Object.keys(BENCHMARKS).join(", ")}.\n`,
  );
  process.exit(1);
}
let isKept = true;
for (const [name, run] of Object.entries(BENCHMARKS))
  if (chosen.length === 0 || chosen.includes(name)) isKept = (await run()) && isKept;
process.exit(isKept ? 0 : 1);

async function benchPublish(): Promise<boolean> {
  const publish = await forEachDatabase(measurePublish);
  const keepsPromise = publish.every(({ slowest }) => slowest < PROMISED_MS);
  write(
    "publish.md",
    `# From "saved" to seen, and to gone

${machine} Milliseconds after the save was answered, 30 times each.

${table(
  [
    "database",
    "what",
    "p50",
    "p95",
    "slowest",
    "Payload's REST read after the same save: p50",
    "p95",
    "ratio of p50",
    "the save itself, p50",
  ],
  publish.map((run) => [
    run.database,
    run.what,
    run.p50,
    run.p95,
    run.slowest,
    run.peerP50,
    run.peerP95,
    ratio(run.p50 / run.peerP50),
    run.saveP50,
  ]),
)}

Promised: under ${PROMISED_MS.toLocaleString("en")} ms. ${keepsPromise ? "Kept every time." : "NOT kept."}
`,
    publish,
  );
  return keepsPromise;
}

async function benchDelivery(): Promise<boolean> {
  const delivery = await forEachDatabase(measureDelivery);
  write(
    "delivery.md",
    `# One list of questions, over HTTP

${machine} Median of three rounds in turns, 16 connections. The load generator counts whole milliseconds.

${table(
  ["database", "server", "requests per second", "p50 ms", "p97.5 ms", "to ours"],
  delivery.map((run) => [
    run.database,
    run.name,
    run.perSecond.toLocaleString("en"),
    run.p50 < 1 ? "under 1" : run.p50,
    run.p97_5 < 1 ? "under 1" : run.p97_5,
    ratio(run.toOurs),
  ]),
)}
`,
    delivery,
  );
  return true;
}

async function benchLoginFlood(): Promise<boolean> {
  const floods: FloodResult[] = await forEachDatabase(measureLoginFlood);
  const keepsPromise = floods.every(({ ratioOfP99 }) => ratioOfP99 <= PROMISED_RATIO);
  write(
    "login-flood.md",
    `# Delivery while the login is flooded

${machine} A list of questions is read every 10 ms; 60 connections try wrong passwords of ever other accounts as fast as
they are answered. Quiet and flooded in turns, twice 6 s each, in one run. Milliseconds.

${table(
  ["database", "flood", "tries", "quiet: p50", "p99", "flooded: p50", "p99", "ratio of p99"],
  floods.map((run) => [
    run.database,
    run.flood,
    run.tries.toLocaleString("en"),
    ...[run.quietP50, run.quietP99, run.floodP50, run.floodP99].map((ms) => ms.toFixed(1)),
    ratio(run.ratioOfP99),
  ]),
)}

Promised: p99 at most ${PROMISED_RATIO} times its quiet value. ${keepsPromise ? "Kept every time." : "NOT kept."}
`,
    floods,
  );
  return keepsPromise;
}

async function benchScale(): Promise<boolean> {
  const all = await forEachDatabase(measureScale);
  const [small, large] = SIZES as [Size, Size];
  const sizeOf = ({ topics, clinics }: Size) => `${topics} topics, ${clinics} clinics`;
  const rows = all.filter(({ size }) => size === small);
  write(
    "scale.md",
    `# With ten times as much content

${machine} Milliseconds from the answer to the save until the first and the last of the files that it concerns was right;
and the longest that a reader of another file, who asks every 10 ms, had to wait meanwhile. First ${sizeOf(small)}, then
${sizeOf(large)}, where every clinic shows the topic that changes, and every topic names the study.

${table(
  [
    "database",
    "what changes",
    "first",
    "last",
    "longest wait",
    "× 10: first",
    "last",
    "longest wait",
    "last grows by",
  ],
  rows.flatMap((row) => {
    const same = all.find(
      (each) => each.database === row.database && each.what === row.what && each.size === large,
    );
    if (!same) return [];
    const times = [row, same].flatMap(({ first, last, longestWait }) =>
      [first, last, longestWait].map((ms) => Math.round(ms).toLocaleString("en")),
    );
    return [[row.database, row.what, ...times, ratio(same.last / row.last)]];
  }),
)}
`,
    all,
  );
  return true;
}

async function forEachDatabase<Result>(
  measure: (database: Database) => Promise<Result[]>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const database of databases) results.push(...(await measure(database)));
  return results;
}

function table(head: string[], rows: (string | number)[][]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function write(file: string, page: string, results: object): void {
  writeFileSync(join(folder, file), page);
  process.stdout.write(`${JSON.stringify({ machine, results }, null, 2)}\n`);
}

/** Two digits that count, however small. */
function ratio(value: number): string {
  return Number(value.toPrecision(2)).toString();
}
