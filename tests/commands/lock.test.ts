/** Two commands at once, in two terminals, never install or build together. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const LOCK = join(import.meta.dirname, "../../scripts/lib/lock.mjs");
const PATIENCE = { timeout: 40_000, interval: 50 };

describe("the lock of the builds", () => {
  let folder: string;
  const children: ChildProcess[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "clinic-widgets-lock-"));
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  const trace = () => {
    const file = join(folder, "trace");
    return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
  };
  /** A process that writes when it has the lock and when it gives it back. */
  function hold(name: string, forMs: number): ChildProcess {
    const code = `
      const { appendFileSync } = await import("node:fs");
      const { withLock } = await import(${JSON.stringify(LOCK)});
      const write = (line) => appendFileSync(${JSON.stringify(join(folder, "trace"))}, line + "\\n");
      await withLock(${JSON.stringify(join(folder, "lock"))}, async () => {
        write("${name} begins");
        await new Promise((resolve) => setTimeout(resolve, ${forMs}));
        write("${name} ends");
      });`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: "ignore" });
    children.push(child);
    return child;
  }

  it("is held by one at a time", { timeout: 60_000 }, async () => {
    for (const name of ["a", "b", "c"]) hold(name, 300);

    await vi.waitFor(() => expect(trace()).toHaveLength(6), PATIENCE);

    for (let index = 0; index < 6; index += 2)
      expect(trace()[index + 1]).toBe(trace()[index]?.replace("begins", "ends"));
  });

  it("goes on to the next when its owner is killed", { timeout: 60_000 }, async () => {
    const owner = hold("a", 60_000);
    await vi.waitFor(() => expect(trace()).toEqual(["a begins"]), PATIENCE);
    hold("b", 0);

    owner.kill("SIGKILL");

    await vi.waitFor(() => expect(trace()).toEqual(["a begins", "b begins", "b ends"]), PATIENCE);
  });
});
