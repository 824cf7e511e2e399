/** Starts processes, and ends all of them with the command that started them. */
import { spawn } from "node:child_process";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { LOGS, ROOT, UserError } from "./project.mjs";

/** How long a process may take to finish its open requests. */
const PATIENCE_MS = 20_000;
const PARENT_CHECK_MS = 500;
const END_WITH_PARENT = pathToFileURL(join(ROOT, "scripts/lib/endWithParent.mjs")).href;

/** @type {Set<import("node:child_process").ChildProcess>} */
const children = new Set();
/** @type {Set<() => Promise<unknown>>} */
const cleanups = new Set();
let stopping = false;

export const isStopping = () => stopping;

/** Runs `cleanup` when the command is stopped before its end. @param {() => Promise<unknown>} cleanup */
export const whenStopped = (cleanup) => void cleanups.add(cleanup);

/** Ends every process that was started, and then this one. @param {number} code */
export async function stopAll(code) {
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill("SIGTERM");
  const end = Date.now() + PATIENCE_MS;
  while (children.size > 0 && Date.now() < end) await pause(50);
  for (const child of children) child.kill("SIGKILL");
  await Promise.allSettled([...cleanups].map((cleanup) => cleanup()));
  process.exit(code);
}

/** Ends everything on Ctrl-C, on SIGTERM, and when npm is killed. @param {number} code the exit code then */
export function stopWhenTold(code) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stopAll(code));
  // Started by hand, a command outlives its terminal if its owner wants so; npm's end is never meant that way.
  if (!process.env.npm_lifecycle_event) return;
  const npm = process.ppid;
  setInterval(() => {
    if (process.ppid !== npm) void stopAll(code);
  }, PARENT_CHECK_MS).unref();
}

/**
 * Starts a command that ends with this one at the latest.
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 */
export function launch(command, args, options) {
  const child = spawn(command, args, { cwd: ROOT, ...options });
  children.add(child);
  child.on("error", () => children.delete(child));
  child.on("exit", () => children.delete(child));
  return child;
}

/**
 * Starts a Node script that ends with this one even when this one is killed.
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, stdout?: "inherit" | "pipe", stderr?: "inherit" | "pipe" }} [options]
 */
export function launchNode(
  args,
  { stdout = "inherit", stderr = "inherit", env = process.env, cwd = ROOT } = {},
) {
  return launch(process.execPath, ["--import", END_WITH_PARENT, ...args], {
    cwd,
    env: { ...env, CLINIC_WIDGETS_COMMAND: String(process.pid) },
    stdio: ["ignore", stdout, stderr, "ipc"],
  });
}

/** Hands the lines of a stream on. @param {import("node:stream").Readable | null} stream @param {(line: string) => void} onLine */
export function eachLine(stream, onLine) {
  let rest = "";
  stream?.setEncoding("utf8").on("data", (chunk) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line);
  });
}

/** How a process ended: the code, or 1 when a signal ended it. @param {import("node:child_process").ChildProcess} child @returns {Promise<number>} */
export const ended = (child) =>
  new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });

/**
 * Runs a command quietly; throws with the end of what it printed when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, log?: string }} [options] `log`: file in .cache/logs that keeps the output
 * @returns {Promise<string>} what it printed
 */
export const run = (command, args, { log, ...options } = {}) =>
  finish(launch(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] }), [command, ...args], log);

/** The same for a Node script. @param {string[]} args @param {Parameters<typeof run>[2]} [options] */
export const runNode = (args, { log, ...options } = {}) =>
  finish(launchNode(args, { ...options, stdout: "pipe", stderr: "pipe" }), ["node", ...args], log);

function finish(child, words, log) {
  const file = log ? join(LOGS, log) : undefined;
  if (file) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, "");
  }
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      output += chunk;
      if (file) appendFileSync(file, chunk);
    });
  return new Promise((resolve, reject) => {
    child.on("error", (cause) => reject(new UserError(`${words[0]} could not be started: ${cause.message}`)));
    child.on("close", (code, signal) => {
      if (code === 0) return resolve(output);
      const end = output.split("\n").slice(-40).join("\n");
      reject(new UserError(`${words.join(" ")} ended with ${signal ?? `exit code ${code}`}.\n${end}`));
    });
  });
}
