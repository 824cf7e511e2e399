/** A process of its own for `faults.test.ts`: saves one document again and again, and says each time that it did. */
import { readdirSync } from "node:fs";
import { openTestPayload } from "./database.ts";

const [folder, times] = process.argv.slice(2);
const { payload } = await openTestPayload({ kind: "sqlite", folder });
const { id } = await payload.create({ collection: "faqs", data: { question: "0", _status: "published" } });
for (let n = 1; n <= Number(times); n++) {
  await payload.update({ collection: "faqs", id, data: { question: String(n), _status: "published" } });
  process.stdout.write(`saved ${n}\n`);
}
const files = process.platform === "linux" ? readdirSync("/proc/self/fd").length : 0;
process.stdout.write(`descriptors ${files}\n`);
await payload.destroy();
