/** Runs every benchmark and writes its result beside this file, as a table that can be read and compared. */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { measureDelivery } from "./delivery.ts";
import { measurePublish } from "./publish.ts";

const folder = join(import.meta.dirname, "results");
mkdirSync(folder, { recursive: true });
const machine = `Node ${process.versions.node}, ${cpus().length} shared cores; the load generator runs on the same machine. Trust the ratios.`;

/** The load generator counts whole milliseconds. */
const ms = (value: number) => (value < 1 ? "under 1 ms" : `${value} ms`);

const publish = [
  await measurePublish("sqlite"),
  ...(process.env.MONGODB_TEST_URL ? [await measurePublish("mongodb")] : []),
];
writeFileSync(
  join(folder, "publish.md"),
  `# From "saved" to public\n\n${machine}\n\n| database | saves | median | slowest | the save itself, median |\n| --- | --- | --- | --- | --- |\n${publish.map((run) => `| ${run.database} | ${run.saves} | ${run.medianMs} ms | ${run.slowestMs} ms | ${run.saveMs} ms |`).join("\n")}\n\nPromised: under 2,000 ms. ${publish.every((run) => run.withinPromise) ? "Kept by every save." : "NOT kept."}\n`,
);

const delivery = await measureDelivery();
writeFileSync(
  join(folder, "delivery.md"),
  `# One list of questions, over HTTP\n\n${machine} Median of five rounds, 16 connections.\n\n| server | requests per second | p50 | p99 | to ours |\n| --- | --- | --- | --- | --- |\n${delivery.map((run) => `| ${run.name} | ${run.perSecond.toLocaleString("en")} | ${ms(run.p50Ms)} | ${ms(run.p99Ms)} | ${run.toOurs} |`).join("\n")}\n`,
);
process.stdout.write(`${JSON.stringify({ publish, delivery }, null, 2)}\n`);
process.exit(publish.every((run) => run.withinPromise) ? 0 : 1);
