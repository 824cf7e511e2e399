/** Long steps show what they do and how long it took; what they print is kept for the case that they fail. */
import { spawn } from "node:child_process";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const CACHE = join(ROOT, ".cache");

/** Something that the person at the terminal can mend; its message is a sentence. */
export class UserError extends Error {
  name = "UserError";
}

/**
 * Runs `work` under a line that tells what happens and, on a terminal, counts the seconds.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const start = Date.now();
  const seconds = () => `${Math.round((Date.now() - start) / 1000)} s`;
  const live = process.stdout.isTTY;
  process.stdout.write(live ? `  ${name} …` : `  ${name} …\n`);
  const ticking = live
    ? setInterval(() => process.stdout.write(`\r  ${name} … ${seconds()}`), 1000)
    : undefined;
  try {
    const result = await work();
    process.stdout.write(`${live ? "\r" : ""}  ${name}: done in ${seconds()}\n`);
    return result;
  } catch (error) {
    process.stdout.write(`${live ? "\r" : ""}  ${name}: failed after ${seconds()}\n`);
    throw error;
  } finally {
    clearInterval(ticking);
  }
}

/**
 * Runs a command quietly; throws with the end of what it printed when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, log?: string }} [options] `log`: file below .cache that keeps the output
 * @returns {Promise<string>} what it printed
 */
export function run(command, args, { cwd = ROOT, env = process.env, log } = {}) {
  const file = log ? join(CACHE, "logs", log) : undefined;
  if (file) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, "");
  }
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (chunk) => {
      output += chunk;
      if (file) appendFileSync(file, chunk);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (cause) => reject(new UserError(`${command} could not be started: ${cause.message}`)));
    child.on("exit", (code, signal) => {
      if (code === 0) resolve(output);
      else
        reject(
          new UserError(
            `${[command, ...args].join(" ")} ended with ${signal ?? `exit code ${code}`}.\n${output.split("\n").slice(-40).join("\n")}`,
          ),
        );
    });
  });
}

/**
 * Runs a script and ends the process: 0 when it comes back, 1 with the sentence when it does not.
 * @param {() => Promise<void>} main
 */
export function runScript(main) {
  main().catch((error) => {
    process.stderr.write(`\n${error instanceof UserError ? error.message : (error?.stack ?? error)}\n`);
    process.exit(1);
  });
}
