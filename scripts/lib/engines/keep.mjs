/** Starts a program under a keeper, and waits until it is ready. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { waitFor } from "../ports.mjs";
import { eachLine, ended, launchNode } from "../processes.mjs";
import { ROOT } from "../project.mjs";

const KEEPER = join(ROOT, "scripts/lib/engines/keeper.mjs");
const START_PATIENCE_MS = 60_000;

/**
 * @param {(folder: string) => string[]} wordsFor the program and its arguments, given a folder that lives as long as it
 * @param {{ line?: RegExp, url?: string, env?: NodeJS.ProcessEnv }} options how it says that it is ready: by a line that it
 *   prints, or by an answer at a URL
 * @returns {Promise<{ said: string, stop(): Promise<number> }>} `said`: the first group of the line
 */
export async function keep(wordsFor, { line: wanted, url, env = {} }) {
  const folder = mkdtempSync(join(tmpdir(), "clinic-widgets-engine-"));
  const words = wordsFor(folder);
  const keeper = launchNode([KEEPER, folder, ...words], {
    env: { ...process.env, ...env },
    stdout: "pipe",
    stderr: "pipe",
  });
  const end = ended(keeper);
  const stop = () => {
    keeper.kill("SIGTERM");
    return end;
  };
  const lines = [];
  let timer;
  try {
    const said = await new Promise((resolve, reject) => {
      const fail = (how) => reject(new Error([`${words[0]} ${how}.`, ...lines.slice(-5)].join(" ")));
      timer = setTimeout(() => fail(`was not ready after ${START_PATIENCE_MS / 1000} s`), START_PATIENCE_MS);
      void end.then((code) => fail(`ended with code ${code}`));
      for (const stream of [keeper.stdout, keeper.stderr])
        eachLine(stream, (line) => {
          lines.push(line);
          const match = wanted?.exec(line);
          if (match) resolve(match[1] ?? "");
        });
      if (url) waitFor(url, START_PATIENCE_MS).then(resolve, reject);
    });
    return { said, stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
