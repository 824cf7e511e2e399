/** Runs every benchmark and writes its result beside this file, as a table that can be read and compared. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../support/product.ts";
import { type DeliveryResult, measureDelivery } from "./delivery.ts";
import { describeMachine } from "./machine.ts";
import { measurePublish, PROMISED_MS, type PublishResult } from "./publish.ts";

const folder = join(import.meta.dirname, "results");
mkdirSync(folder, { recursive: true });
const machine = describeMachine();
const databases: Database[] = process.env.MONGODB_TEST_URL ? ["sqlite", "mongodb"] : ["sqlite"];

const table = (head: string[], rows: (string | number)[][]) =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const publish: PublishResult[] = [];
for (const database of databases) publish.push(...(await measurePublish(database)));
const keepsPromise = publish.every(({ slowest }) => slowest < PROMISED_MS);
writeFileSync(
  join(folder, "publish.md"),
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
);

const delivery: DeliveryResult[] = [];
for (const database of databases) delivery.push(...(await measureDelivery(database)));
writeFileSync(
  join(folder, "delivery.md"),
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
);
process.stdout.write(`${JSON.stringify({ machine, publish, delivery }, null, 2)}\n`);
process.exit(keepsPromise ? 0 : 1);

/** Two digits that count, however small. */
function ratio(value: number): string {
  return Number(value.toPrecision(2)).toString();
}
