/** One server at a time on a folder, whatever became of the one before. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { LOCK_FILE, lockFolder } from "./lock.ts";

let folder: string;
const others: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clinic-widgets-lock-"));
});
afterEach(() => {
  for (const other of others.splice(0)) other.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** Another process that takes the lock as ours does, and holds it. */
async function startHolder(): Promise<ChildProcess> {
  const libsql = createRequire(import.meta.url).resolve("libsql");
  const program = `
    const lock = new (require(${JSON.stringify(libsql)}))(${JSON.stringify(join(folder, LOCK_FILE))});
    lock.exec("BEGIN EXCLUSIVE");
    process.stdout.write("held");
    setInterval(() => lock, 1000);`;
  const holder = spawn(process.execPath, ["--eval", program], { stdio: ["ignore", "pipe", "inherit"] });
  others.push(holder);
  await once(holder.stdout as NodeJS.ReadableStream, "data");
  return holder;
}

it("refuses the second server with a sentence", async () => {
  await startHolder();

  expect(() => lockFolder(folder)).toThrow(
    /^Another server, or a restore, works on .+\. Stop it, or set DATA_DIR/,
  );
});

it("is free again when its holder was killed", async () => {
  const holder = await startHolder();
  holder.kill("SIGKILL");
  await once(holder, "exit");

  const unlock = lockFolder(folder);

  expect(() => lockFolder(folder)).toThrow("Another server");
  unlock();
});

it("is free again when it was given back", () => {
  lockFolder(folder)();

  const unlock = lockFolder(folder);

  unlock();
});
