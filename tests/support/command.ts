/** A command of package.json as a person runs it: through npm, on free ports and fresh data. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { fillWithDemoData, freePort } from "./product.ts";

const ROOT = join(import.meta.dirname, "../..");
/** Two cores are shared by everything that CI runs. */
const START_PATIENCE = { timeout: 120_000, interval: 200 };
/** Next compiles the admin when it is first asked for it. */
const COMPILE_PATIENCE = { timeout: 180_000, interval: 500 };
/** Longer than the 20 s that a command grants what it has started. */
const END_PATIENCE = { timeout: 40_000, interval: 100 };

export type Command = {
  cmsUrl: string;
  demoUrl: string;
  dataDir: string;
  npm: ChildProcess;
  /** What it has printed. */
  output(): string;
  /** The process of the script, which npm has started, and those that the script has started. */
  scriptPid(): number;
  serverPids(): number[];
  /** Waits until the text is printed; throws with what was printed when the command ends before. */
  says(text: string | RegExp): Promise<void>;
  /** Asks again until `check` no longer throws; throws with what was printed when that takes too long or the command ends. */
  shows(check: () => Promise<void>): Promise<void>;
  /** The exit code, when it has ended. */
  ends(): Promise<number | null>;
  /** Waits until nobody listens on its ports, and none of its processes is left. */
  isGone(): Promise<void>;
  /** Ends what may be left, and removes the data. */
  cleanUp(): void;
};

/** `hasDemoData`: on data that another start has loaded. */
export async function startCommand(
  name: string,
  env: Record<string, string> = {},
  { hasDemoData = false } = {},
): Promise<Command> {
  const dataDir = mkdtempSync(join(tmpdir(), `clinic-widgets-${name}-`));
  if (hasDemoData) await fillWithDemoData("sqlite", dataDir);
  const [port, demoPort] = [await freePort(), await freePort()];
  const { DATABASE_URL: _, PAYLOAD_SECRET: __, NODE_ENV: ___, ...inherited } = process.env;
  // Next's types, which come along with Payload's, would ask for NODE_ENV.
  const settings: NodeJS.Dict<string> = {
    ...inherited,
    PORT: String(port),
    DEMO_PORT: String(demoPort),
    DATA_DIR: dataDir,
    ...env,
  };
  const npm = spawn("npm", ["run", "--silent", name], {
    cwd: ROOT,
    env: settings as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, as in a terminal.
    detached: true,
  });
  let printed = "";
  for (const stream of [npm.stdout, npm.stderr])
    stream.setEncoding("utf8").on("data", (chunk) => {
      printed += chunk;
    });
  const known = new Set<number>([npm.pid as number]);
  const remember = (pids: number[]) => {
    for (const pid of pids) known.add(pid);
    return pids;
  };
  const scriptPid = () => {
    const [pid] = remember(childrenOf(npm.pid as number));
    if (pid === undefined) throw new Error("npm has started nothing.");
    return pid;
  };
  const hasEnded = () => npm.exitCode !== null || npm.signalCode !== null;

  return {
    cmsUrl: `http://localhost:${port}`,
    demoUrl: `http://localhost:${demoPort}`,
    dataDir,
    npm,
    output: () => printed,
    scriptPid,
    serverPids: () => remember(childrenOf(scriptPid())),
    async says(text) {
      await vi.waitUntil(() => hasEnded() || printed.match(text), START_PATIENCE);
      if (!printed.match(text)) throw new Error(`The command ended without saying ${text}:\n${printed}`);
      remember(childrenOf(scriptPid()));
    },
    async shows(check) {
      let fault: unknown;
      const holds = () =>
        check().then(
          () => true,
          (error) => {
            fault = error;
            return false;
          },
        );
      const end = await vi
        .waitUntil(async () => ((await holds()) ? "shown" : hasEnded() && "ended"), COMPILE_PATIENCE)
        .catch(() => "too late");
      if (end !== "shown") throw new Error(`${fault} (${end}). It printed:\n${printed}`, { cause: fault });
    },
    async ends() {
      await vi.waitUntil(hasEnded, END_PATIENCE);
      return npm.exitCode;
    },
    async isGone() {
      await vi.waitFor(async () => {
        for (const each of [port, demoPort]) if (await answers(each)) throw new Error(`${each} answers.`);
        for (const pid of known) if (isRunning(pid)) throw new Error(`Process ${pid} is left:\n${printed}`);
      }, END_PATIENCE);
    },
    cleanUp() {
      for (const pid of known) if (isRunning(pid)) process.kill(pid, "SIGKILL");
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export function childrenOf(pid: number): number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  return text === "" ? [] : text.split(" ").map(Number);
}

/** A process that has ended but that nobody has asked about yet does not count. */
export function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    // There is no such process.
    return false;
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    await fetch(`http://localhost:${port}/healthz`);
    return true;
  } catch {
    // Nobody listens.
    return false;
  }
}
