/** Which browser engines the tests run in, and that none of their processes outlives who started it. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it, vi } from "vitest";
import { childrenOf, isRunning } from "../support/command.ts";
import { engineNames } from "../support/engines.ts";

const LIB = join(import.meta.dirname, "../../scripts/lib/engines");
const { chosenEngines } = await import(join(LIB, "find.mjs"));

/** Starts an engine with a page, and waits. */
const START = `
  const { startEngine } = await import(${JSON.stringify(pathToFileURL(join(LIB, "engine.mjs")).href)});
  await (await startEngine(process.argv[1])).newPage();
  console.log("READY");
  setInterval(() => {}, 1000);`;

const descendants = (pid: number): number[] =>
  childrenOf(pid).flatMap((child) => [child, ...descendants(child)]);

// Processes are found in /proc.
describe.runIf(existsSync("/proc/self/task"))("an engine", { timeout: 120_000 }, () => {
  it.each(engineNames)(
    "such as %s ends with all its processes when whoever started it is killed",
    async (name) => {
      const starter = spawn(process.execPath, ["--input-type=module", "-e", START, name]);
      let printed = "";
      for (const stream of [starter.stdout, starter.stderr])
        stream.setEncoding("utf8").on("data", (chunk) => {
          printed += chunk;
        });
      await vi.waitUntil(() => printed.includes("READY") || starter.exitCode !== null, { timeout: 90_000 });
      const processes = descendants(starter.pid as number);
      expect(processes.length, printed).toBeGreaterThan(1);

      starter.kill("SIGKILL");

      await expect.poll(() => processes.filter(isRunning)).toEqual([]);
    },
  );
});

describe("choosing engines", () => {
  it("takes all three unless ENGINES names some, and refuses a name that is none", () => {
    expect(chosenEngines("")).toEqual(["chromium", "firefox", "webkit"]);
    expect(chosenEngines("webkit, Firefox")).toEqual(["firefox", "webkit"]);
    expect(() => chosenEngines("webkit,opera")).toThrow('ENGINES names "opera"');
  });
});
