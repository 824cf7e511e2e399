/** Long steps show what they do and how long it took; a command that fails says why in a sentence. */
import { isStopping, stopAll, stopWhenTold } from "./processes.mjs";
import { UserError } from "./project.mjs";

/**
 * Runs `work` under a line that says what happens and, on a terminal, counts the seconds.
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
 * Runs a command of package.json. It may leave processes running, which end with it.
 * @param {() => Promise<void>} main
 * @param {{ codeWhenStopped?: number }} [options] 0 for a server, which is stopped on purpose
 */
export function runScript(main, { codeWhenStopped = 130 } = {}) {
  stopWhenTold(codeWhenStopped);
  main().catch((error) => {
    if (isStopping()) return;
    process.stderr.write(`\n${error instanceof UserError ? error.message : (error?.stack ?? error)}\n`);
    void stopAll(1);
  });
}
