/** One command at a time installs or builds; another one waits, and then finds the work done. */
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const HEARTBEAT_MS = 1000;
/** A lock whose owner has not touched it for so long, while we looked, is nobody's: its process number means another program now. */
const ABANDONED_MS = 15_000;
const LOOK_MS = 250;

/**
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  await take(file);
  const heartbeat = setInterval(() => {
    if (ownerOf(file) === process.pid) utimesSync(file, new Date(), new Date());
  }, HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    if (ownerOf(file) === process.pid) rmSync(file, { force: true });
  }
}

async function take(file) {
  const mine = `${file}.${process.pid}`;
  let announced = false;
  let seen = { touched: 0, at: 0 };
  while (true) {
    writeFileSync(mine, String(process.pid));
    try {
      linkSync(mine, file);
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    } finally {
      rmSync(mine, { force: true });
    }
    const owner = ownerOf(file);
    if (owner === undefined) continue;
    const touched = touchedAt(file);
    if (touched !== seen.touched) seen = { touched, at: Date.now() };
    if (!isRunning(owner) || Date.now() - seen.at > ABANDONED_MS) {
      // Given back and taken again since we read it: it is somebody's.
      if (ownerOf(file) !== owner) continue;
      // Of several that find it abandoned the last one to replace it has it.
      writeFileSync(mine, String(process.pid));
      renameSync(mine, file);
      await pause(LOOK_MS);
      if (ownerOf(file) === process.pid) return;
      continue;
    }
    if (!announced) process.stdout.write(`  Waiting for process ${owner}, which installs or builds here …\n`);
    announced = true;
    await pause(LOOK_MS);
  }
}

function ownerOf(file) {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    // It was given back in the meantime.
    return undefined;
  }
}

function touchedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, but for somebody else.
    return error.code === "EPERM";
  }
}
