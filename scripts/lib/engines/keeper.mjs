/**
 * Runs one program, and ends it with everything that it has started when this process is asked to end; with
 * endWithParent.mjs that is also when whoever started it was killed. Browsers and their drivers do not end by themselves.
 * Usage: node keeper.mjs FOLDER COMMAND ARGUMENTS... The folder is the program's alone, and is deleted at the end.
 */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";

/** How long a program may take to end by itself. */
const PATIENCE_MS = 2_000;

const [folder = "", command = "", ...args] = process.argv.slice(2);
// A process group of its own, so that the browsers which a driver starts can be ended too.
const program = spawn(command, args, { stdio: "inherit", detached: true });

program.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  end(1);
});
program.on("exit", (code) => end(code ?? 1));
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, stop);

function stop() {
  signalAll("SIGTERM");
  setTimeout(() => signalAll("SIGKILL"), PATIENCE_MS);
}

/** @param {number} code */
function end(code) {
  // What the program has left behind, which may still be writing a last file.
  signalAll("SIGKILL");
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  process.exit(code);
}

/** @param {NodeJS.Signals} signal */
function signalAll(signal) {
  try {
    if (program.pid) process.kill(-program.pid, signal);
  } catch {
    // There is none any more.
  }
}
