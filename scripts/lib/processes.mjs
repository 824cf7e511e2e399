/** Starts the product's processes and ends them together. */
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { UserError } from "./steps.mjs";

/** How long a process may take to finish its open requests. */
const PATIENCE_MS = 20_000;

/** @param {number} port @param {string} variable @throws UserError when another program listens there */
export async function checkPort(port, variable) {
  await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) =>
      reject(
        error.code === "EADDRINUSE"
          ? new UserError(
              `Port ${port} is in use. Stop the other program, or choose another port: ${variable}=${port + 10} npm start`,
            )
          : error,
      ),
    );
    probe.listen(port, () => probe.close(resolve));
  });
}

/** @type {Set<import("node:child_process").ChildProcess>} */
const children = new Set();

/**
 * Starts a Node script. When it ends by itself, everything ends.
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, onLine?: (line: string) => void }} options without `onLine` its output is shown as it is
 */
export function start(args, { env = process.env, onLine } = {}) {
  const child = spawn(process.execPath, args, {
    env,
    stdio: ["ignore", onLine ? "pipe" : "inherit", "inherit"],
  });
  children.add(child);
  if (onLine && child.stdout) {
    let rest = "";
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) onLine(line);
    });
  }
  child.on("exit", (code) => {
    children.delete(child);
    void stopAll(code ?? 1);
  });
  return child;
}

let stopping = false;

/** Ends every process that was started, and then this one. @param {number} code */
export async function stopAll(code) {
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill("SIGTERM");
  const end = Date.now() + PATIENCE_MS;
  while (children.size > 0 && Date.now() < end) await pause(50);
  for (const child of children) child.kill("SIGKILL");
  process.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void stopAll(0));

/** Waits until `url` answers 200. @param {string} url @param {number} [patienceMs] */
export async function waitFor(url, patienceMs = 120_000) {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not listening yet.
    }
    await pause(150);
  }
  throw new UserError(`${url} did not answer within ${patienceMs / 1000} seconds. The lines above say why.`);
}
