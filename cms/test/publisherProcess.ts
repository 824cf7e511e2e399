/**
 * A CMS with its publisher as a process of its own, for `publishing/killed.test.ts`, which lets it die or stop.
 * What it is to do is its one argument; each line that it prints is a word and a JSON value.
 */
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from "payload";
import type { Env } from "../src/config/env.ts";
import { createLogger } from "../src/config/log.ts";
import { type ClinicDatabase, OUTBOX, safeDatabase } from "../src/database/index.ts";
import { mongodbDatabase } from "../src/database/mongodb/index.ts";
import { sqliteDatabase } from "../src/database/sqlite/index.ts";
import { uncheckedData } from "../src/documents/payload.ts";
import type { Step } from "../src/publishing/index.ts";
import { richText } from "../src/seed/lexical.ts";
import { withVersions } from "../src/versions/adapter.ts";
import { openPublisherPlace, type Place, until } from "./publisherPlace.ts";

/**
 * Between the row of the document and the row of the outbox; after the commit; then the steps of the publisher, and
 * beside the embedded database also when the files are written and the rows are still there.
 */
export type Moment = "half-saved" | "saved" | Step | "half-written";

export type Task = Place &
  ({ role: "die"; at: Moment } | { role: "stop"; text: string } | { role: "go-on"; text: string });

const task = JSON.parse(process.argv[2] as string) as Task;
const say = (word: string, value: unknown = null) =>
  void process.stdout.write(`${word} ${JSON.stringify(value)}\n`);
/** As a crash or a power cut does it: nothing is finished, nothing is closed. */
const die = () => process.kill(process.pid, "SIGKILL");

let dieBeforeOutbox: "create" | "deleteMany" | undefined;
const { payload, publish, shown, waiting, close } = await openPublisherPlace(task, {
  adapter,
  log: createLogger(),
});

switch (task.role) {
  case "die":
    await dieAt(task.at);
    break;
  case "stop":
    await stopBeforeWriting(task.text);
    break;
  case "go-on":
    await publishText(task.text);
    break;
}
await close();
process.exit(0);

/** The adapter of the product, which can also die where the outbox is about to be written. */
function adapter(database: Env["database"]): DatabaseAdapterObj<ClinicDatabase> {
  const base = database.kind === "sqlite" ? sqliteDatabase(database) : mongodbDatabase(database);
  return {
    ...base,
    init: (args) => {
      const db: BaseDatabaseAdapter = base.init(args);
      const { create, deleteMany } = db;
      db.create = async (call) => {
        if (dieBeforeOutbox === "create" && call.collection === OUTBOX) die();
        return create.call(db, call);
      };
      db.deleteMany = async (call) => {
        if (dieBeforeOutbox === "deleteMany" && call.collection === OUTBOX) die();
        return deleteMany.call(db, call);
      };
      return safeDatabase(db, withVersions);
    },
  };
}

async function save(slug: string, data: object): Promise<void> {
  await payload.update({
    collection: "faqs",
    where: { slug: { equals: slug } },
    data: uncheckedData({ ...data }),
  });
}

/** A topic with one question to change and one to withdraw, published. */
async function createContent(): Promise<void> {
  const faqs: string[] = [];
  for (const slug of ["changed", "withdrawn"]) {
    const data = { question: `${slug}?`, slug, answer: richText("Before."), _status: "published" };
    faqs.push(String((await payload.create({ collection: "faqs", data: uncheckedData(data) })).id));
  }
  const topic = { title: "Topic", slug: "topic", intro: richText("Words."), faqs, _status: "published" };
  await payload.create({ collection: "topics", data: uncheckedData(topic) });
  const publisher = publish({ reconciles: false });
  await until(() => shown().length === 2, publisher.flush);
  await publisher.stop();
}

async function dieAt(moment: Moment): Promise<void> {
  await createContent();
  say("before", shown());
  if (moment === "half-saved") dieBeforeOutbox = "create";
  await save("changed", { answer: richText("After."), _status: "published" });
  await save("withdrawn", { _status: "draft" });
  say("saved", await waiting());
  if (moment === "saved") die();
  if (moment === "half-written") dieBeforeOutbox = "deleteMany";
  const publisher = publish({ reconciles: false, onStep: (step) => void (step === moment && die()) });
  await until(() => false, publisher.flush);
}

/** Compiles `text`, and stops as a machine does that hangs, before anything of it is written. */
async function stopBeforeWriting(text: string): Promise<void> {
  await createContent();
  let stopped = false;
  let written = false;
  await save("changed", { answer: richText(text), _status: "published" });
  const publisher = publish({
    reconciles: false,
    onStep: (step) => {
      if (step === "written") written = true;
      if (step !== "compiled" || stopped) return;
      stopped = true;
      say("stopping");
      process.kill(process.pid, "SIGSTOP");
    },
  });
  // A turn of its own comes after the one that stopped.
  await until(
    () => stopped,
    () => publisher.flush().catch(() => {}),
  );
  say("went-on", { written });
  await until(
    () => !shown().join().includes(text),
    () => publisher.flush().catch(() => {}),
  );
  say("follows", shown());
  await publisher.stop();
}

async function publishText(text: string): Promise<void> {
  const publisher = publish({});
  await save("changed", { answer: richText(text), _status: "published" });
  await until(() => shown().join().includes(text), publisher.flush);
  say("published", shown());
  // Goes on, as a server does, until it is killed.
  await new Promise((resolve) => setTimeout(resolve, 600_000));
}
