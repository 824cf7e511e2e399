/**
 * Publishers that are really killed, and really stopped: what was saved is public afterwards, and nothing older is.
 * What repairs it is shown one way at a time: the outbox with no reconciliation, and a reconciliation with no outbox.
 */

import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { MongoClient } from "mongodb";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type DatabaseKind, databaseKinds } from "../../test/database.ts";
import type { Parsed } from "../../test/parsed.ts";
import { openPublisherPlace, type Place, until } from "../../test/publisherPlace.ts";
import { databaseOf, OUTBOX } from "../database/index.ts";

const CMS = join(import.meta.dirname, "../..");
/** Beside its sources, so that packages are found. */
const PROGRAM = join(import.meta.dirname, `publisherProcess.${process.pid}.bundle.mjs`);
/** Two starts, and the time for which a publisher that died holds up the next. */
const PATIENCE_MS = 120_000;

const BEFORE = ["changed: Before.", "withdrawn: Before."];
const AFTER = ["changed: After."];

/** What is in TypeScript or would await at its top level is bundled; the rest is left to Node. */
const BUNDLED = ["@clinic-widgets/shared", "@clinic-widgets/widgets", "@payloadcms/richtext-lexical"];

beforeAll(async () => {
  const { dependencies } = JSON.parse(readFileSync(join(CMS, "package.json"), "utf8"));
  await build({
    entryPoints: [join(CMS, "test/publisherProcess.ts")],
    outfile: PROGRAM,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    jsx: "automatic",
    conditions: ["production"],
    external: Object.keys(dependencies).filter((name) => !BUNDLED.includes(name)),
    logLevel: "warning",
  });
});
afterAll(() => rmSync(PROGRAM, { force: true }));

type Said = { word: string; value: Parsed };

const children: ChildProcess[] = [];
const places: Place[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const { kind, folder, name } of places.splice(0)) {
    if (kind === "mongodb") await withMongodb(name, (database) => database.dropDatabase());
    rmSync(folder, { recursive: true, force: true });
  }
});

function newPlace(kind: DatabaseKind): Place {
  const place = {
    kind,
    folder: mkdtempSync(join(tmpdir(), "clinic-widgets-publishing-")),
    name: `publishing-${randomUUID()}`,
  };
  places.push(place);
  return place;
}

async function withMongodb<Result>(
  name: string,
  work: (database: ReturnType<MongoClient["db"]>) => Promise<Result>,
): Promise<Result> {
  const client = new MongoClient(process.env.MONGODB_TEST_URL ?? "");
  try {
    return await work(client.db(name));
  } finally {
    await client.close();
  }
}

/** Starts a publisher with its task; what it says can be waited for. */
function startPublisher(place: Place, task: object) {
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify({ ...place, ...task })], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  const said: Said[] = [];
  let output = "";
  const listeners = new Set<() => void>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    output += `${line}\n`;
    const [, word, value] = /^([a-z-]+) (.*)$/.exec(line) ?? [];
    if (word) said.push({ word, value: JSON.parse(value as string) });
    for (const listener of listeners) listener();
  });
  child.stderr.setEncoding("utf8").on("data", (chunk) => (output += chunk));
  const ended = once(child, "close").then(([code, signal]) => {
    for (const listener of listeners) listener();
    return { code, signal, said, output };
  });
  const hear = (word: string): Promise<Parsed> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = said.find((each) => each.word === word);
        if (!found && child.exitCode === null && child.signalCode === null) return;
        listeners.delete(look);
        if (found) resolve(found.value);
        else reject(new Error(`The publisher ended without saying "${word}":\n${output.slice(-4000)}`));
      };
      listeners.add(look);
      look();
    });
  return { child, hear, ended };
}

/** A publisher that kills itself at `at`, in the midst of a change and a withdrawal. */
async function crash(place: Place, at: string): Promise<Said[]> {
  const { signal, said, output } = await startPublisher(place, { role: "die", at }).ended;
  expect(signal, output.slice(-4000)).toBe("SIGKILL");
  expect(said[0]).toEqual({ word: "before", value: BEFORE });
  return said;
}

/** The same as `place`, for another way to recover from what happened there. */
async function copyOf(place: Place): Promise<Place> {
  const copy = newPlace(place.kind);
  cpSync(place.folder, copy.folder, { recursive: true });
  if (place.kind === "mongodb")
    await withMongodb(place.name, async (database) => {
      for (const { name } of await database.listCollections({}, { nameOnly: true }).toArray())
        await database
          .collection(name)
          .aggregate([{ $out: { db: copy.name, coll: name } }])
          .toArray();
    });
  return copy;
}

/** What the next publisher finds there, and what it makes of it by the outbox alone or by a reconciliation alone. */
async function recover(place: Place, by: "outbox" | "reconciliation") {
  const next = await openPublisherPlace(place);
  const found = { shown: next.shown(), waiting: await next.waiting() };
  if (by === "reconciliation") await databaseOf(next.payload).deleteMany({ collection: OUTBOX, where: {} });
  const publisher = next.publish({ reconciles: by === "reconciliation" });
  // The lease of the process that died has to end first.
  await until(() => next.store.mayPublish(), publisher.flush);
  await publisher.flush();
  await publisher.stop();
  const recovered = { shown: next.shown(), waiting: await next.waiting() };
  await next.close();
  return { found, recovered };
}

describe.each(databaseKinds)("a publisher killed with kill -9 on %s", (kind) => {
  it.each([
    ["saved", { shown: BEFORE, waiting: 2 }],
    ["rows-read", { shown: BEFORE, waiting: 2 }],
    ["compiled", { shown: BEFORE, waiting: 2 }],
    ["written", { shown: AFTER, waiting: 0 }],
    // In MongoDB both go in one transaction.
    ...(kind === "sqlite" ? [["half-written", { shown: AFTER, waiting: 2 }] as const] : []),
  ] as const)(
    "at the moment %s leaves a change and a withdrawal to the outbox alone, and to a reconciliation alone",
    async (at, left) => {
      const place = newPlace(kind);
      const said = await crash(place, at);
      expect(said[1]).toEqual({ word: "saved", value: 2 });
      const copy = await copyOf(place);

      const byOutbox = await recover(place, "outbox");
      const byReconciliation = await recover(copy, "reconciliation");

      // Both found what the crash had left, so that each of them had the mending to do.
      expect(byOutbox.found).toEqual(left);
      expect(byReconciliation.found).toEqual(left);
      expect(byOutbox.recovered).toEqual({ shown: AFTER, waiting: 0 });
      expect(byReconciliation.recovered).toEqual({ shown: AFTER, waiting: 0 });
    },
    PATIENCE_MS,
  );

  it(
    "between a document and its row in the outbox leaves neither",
    async () => {
      const place = newPlace(kind);
      const said = await crash(place, "half-saved");
      expect(said).toHaveLength(1);

      const { found, recovered } = await recover(place, "reconciliation");

      expect(found).toEqual({ shown: BEFORE, waiting: 0 });
      expect(recovered).toEqual({ shown: BEFORE, waiting: 0 });
    },
    PATIENCE_MS,
  );
});

describe.runIf(databaseKinds.includes("mongodb"))("two publishers on one MongoDB", () => {
  it(
    "write no old text, when one hangs between compiling and writing and the other goes on",
    async () => {
      const place = newPlace("mongodb");
      const generation = () =>
        withMongodb(
          place.name,
          async (database) => (await database.collection("publisher_state").findOne())?.generation,
        );
      const first = startPublisher(place, { role: "stop", text: "Old." });
      await first.hear("stopping");

      const second = startPublisher(place, { role: "go-on", text: "New." });
      expect(await second.hear("published")).toEqual(["changed: New.", "withdrawn: Before."]);
      const before = await generation();
      first.child.kill("SIGCONT");

      expect(await first.hear("went-on")).toEqual({ written: false });
      expect(await first.hear("follows")).toEqual(["changed: New.", "withdrawn: Before."]);
      expect(await generation()).toBe(before);
      expect((await first.ended).code).toBe(0);
    },
    PATIENCE_MS,
  );
});
