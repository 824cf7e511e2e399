/**
 * How long it takes until readers see a change, and how long they wait for an answer meanwhile, with little content and with
 * ten times as much, on both databases. What is bound to the change stays the same; what is bound to all there is grows by ten.
 */
import { Agent } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { bootstrapAdministrator } from "../support/firstAdministrator.ts";
import { type Database, freshDatabase, type Product, startProduct } from "../support/product.ts";
import { lexical, type Rest } from "../support/rest.ts";
import { timeOf } from "./reader.ts";
import { median } from "./statistics.ts";

export type Size = { topics: number; clinics: number };
export const SIZES: readonly Size[] = [
  { topics: 10, clinics: 50 },
  { topics: 100, clinics: 500 },
];
const ROUNDS = 5;
const FAQS_OF_A_TOPIC = 5;
const AT_ONCE = 4;
const ASK_EVERY_MS = 10;
const PATIENCE_MS = 120_000;

/** Milliseconds from the answer to the save until the first and the last of the files was right. */
export type ScaleResult = {
  database: Database;
  size: Size;
  what: string;
  first: number;
  last: number;
  /** The longest time that a reader of something else had to wait. */
  longestWait: number;
};

type Content = { study: string; topics: string[]; faq: string; clinics: string[] };
type File = { path: string; isRight: (body: string) => boolean };

export async function measureScale(database: Database): Promise<ScaleResult[]> {
  const results: ScaleResult[] = [];
  for (const size of SIZES) {
    const place = freshDatabase(database);
    try {
      results.push(...(await measureSize(database, size, place)));
    } finally {
      await place.remove();
    }
  }
  return results;
}

async function measureSize(
  database: Database,
  size: Size,
  place: { dataDir: string; mongodbUrl?: string },
): Promise<ScaleResult[]> {
  const options = { database, demo: false, ...place };
  let product = await startProduct(options);
  const results: ScaleResult[] = [];
  const record = (what: string, times: Times) => void results.push({ database, size, what, ...times });
  try {
    const admin = await bootstrapAdministrator(product);
    const content = await fill(product, admin, size);
    for (const [what, measure] of Object.entries(CHANGES))
      record(what, await measure({ product, admin, content }));
    await product.stop();
    const start = performance.now();
    product = await startProduct(options);
    const ready = performance.now() - start;
    record("a start: the admin is ready", {
      first: ready,
      last: ready,
      longestWait: await waitsFor(product),
    });
  } finally {
    await product.stop();
  }
  return results;
}

/** The longest wait of a reader within the ten seconds after a start, in which everything is compared. */
async function waitsFor(product: Product): Promise<number> {
  const reader = readAlong(product);
  await pause(10_000);
  const longest = await reader.longest();
  reader.stop();
  return longest;
}

type Scene = { product: Product; admin: Rest; content: Content };
type Times = Omit<ScaleResult, "database" | "size" | "what">;

const CHANGES: Record<string, (scene: Scene) => Promise<Times>> = {
  "a question of one topic": (scene) =>
    repeatedly(scene, (round) => ({
      save: () =>
        scene.admin.update("faqs", scene.content.faq, {
          answer: lexical(`Answer ${round}.`),
          _status: "published",
        }),
      files: [topicFile(0, "/faqs", `Answer ${round}.`)],
    })),
  "the words of a topic that every clinic shows": (scene) =>
    repeatedly(scene, (round) => ({
      save: () =>
        scene.admin.update("topics", idOf(scene), {
          intro: lexical(`Words ${round}.`),
          _status: "published",
        }),
      files: [topicFile(0, "", `Words ${round}.`)],
    })),
  "a topic withdrawn, and left out by every clinic": (scene) =>
    once(scene, {
      save: () => scene.admin.update("topics", idOf(scene), { _status: "draft" }),
      files: [
        { path: "topics/topic-0.json", isRight: (body) => body.includes('"error"') },
        ...clinicFiles(scene, (body) => !body.includes('"topic-0"')),
      ],
    }),
  "the same topic published again": (scene) =>
    once(scene, {
      save: () => scene.admin.update("topics", idOf(scene), { _status: "published" }),
      files: [topicFile(0, "", "Words"), ...clinicFiles(scene, (body) => body.includes('"topic-0"'))],
    }),
  "a study that every topic names": (scene) =>
    once(scene, {
      save: () =>
        scene.admin.update("studies", scene.content.study, {
          title: "A title of today",
          _status: "published",
        }),
      files: scene.content.topics.map((_, index) => topicFile(index, "/studies", "A title of today")),
    }),
  "the style of citations": (scene) =>
    once(scene, {
      save: () => scene.admin.must("POST", "/api/globals/settings", { citationStyle: "apa" }),
      files: scene.content.topics.map((_, index) => topicFile(index, "/studies", "(2024)")),
    }),
  "the disclaimer of all clinics": (scene) =>
    once(scene, {
      save: () =>
        scene.admin.must("POST", "/api/globals/settings", {
          disclaimer: lexical("Ask a clinician of ours."),
        }),
      files: clinicFiles(scene, (body) => body.includes("Ask a clinician of ours.")),
    }),
};

const idOf = ({ content }: Scene): string => content.topics[0] as string;
const topicFile = (index: number, list: string, words: string): File => ({
  path: `topics/topic-${index}${list}.json`,
  isRight: (body) => body.includes(words),
});
const clinicFiles = ({ content }: Scene, isRight: File["isRight"]): File[] =>
  content.clinics.map((_, index) => ({ path: `clinics/clinic-${index}.json`, isRight }));

type Change = { save: () => Promise<unknown>; files: File[] };

async function repeatedly(scene: Scene, change: (round: number) => Change): Promise<Times> {
  const all: Times[] = [];
  for (let round = 0; round < ROUNDS; round++) all.push(await once(scene, change(round)));
  return {
    first: median(all.map(({ first }) => first)),
    last: median(all.map(({ last }) => last)),
    longestWait: Math.max(...all.map(({ longestWait }) => longestWait)),
  };
}

/** Saves, and looks at the files until all of them are right, while somebody else reads. */
async function once({ product }: Scene, { save, files }: Change): Promise<Times> {
  const reader = readAlong(product);
  try {
    await save();
    const times = await timesUntilRight(product, files);
    return { first: Math.min(...times), last: Math.max(...times), longestWait: await reader.longest() };
  } finally {
    reader.stop();
  }
}

/** Milliseconds from now until each of `files` was right, in no order. */
async function timesUntilRight(product: Product, files: File[]): Promise<number[]> {
  const saved = performance.now();
  const times: number[] = [];
  let waiting = files;
  while (waiting.length > 0) {
    const stillWaiting: File[] = [];
    for (const file of waiting) {
      const body = await (await fetch(`${product.cmsUrl}/embed/v1/content/en/${file.path}`)).text();
      if (file.isRight(body)) times.push(performance.now() - saved);
      else stillWaiting.push(file);
      // Who looks must not be the load that is measured.
      if (stillWaiting.length > 0) await pause(2);
    }
    waiting = stillWaiting;
    if (performance.now() - saved > PATIENCE_MS)
      throw new Error(
        `${waiting.length} files, ${waiting[0]?.path} among them, were not right after ${PATIENCE_MS / 1000} s.`,
      );
  }
  return times;
}

/** Reads the same small file again and again, whether the answer before has come or not, as readers do. */
function readAlong(product: Product): { longest(): Promise<number>; stop(): void } {
  const agent = new Agent({ keepAlive: true });
  const waits: Promise<number>[] = [];
  const url = `${product.cmsUrl}/embed/v1/content/en/site.json`;
  // For ever while nobody answers.
  const ask = () => waits.push(timeOf(url, agent).catch(() => Number.POSITIVE_INFINITY));
  const timer = setInterval(ask, ASK_EVERY_MS);
  return {
    async longest() {
      clearInterval(timer);
      return Math.max(0, ...(await Promise.all(waits)));
    },
    stop() {
      clearInterval(timer);
      agent.destroy();
    },
  };
}

/** Topics with questions of their own and one study that all of them name; clinics that show ten of them each, and the first. */
async function fill(product: Product, admin: Rest, { topics, clinics }: Size): Promise<Content> {
  await admin.must("POST", "/api/globals/settings", { disclaimer: lexical("Ask a doctor.") });
  const study = await admin.create("studies", {
    title: "A trial of many",
    authors: [{ family: "Smith", given: "Jane" }],
    containerTitle: "Journal of Trials",
    issued: "2024",
    url: "https://example.org/trial",
    studyType: "randomized-controlled-trial",
    _status: "published",
  });
  const faqs: string[] = [];
  const topicIds = await inTurns(topics, async (index) => {
    const own: string[] = [];
    for (let each = 0; each < FAQS_OF_A_TOPIC; each++)
      own.push(
        (
          await admin.create("faqs", {
            question: `Question ${each} of topic ${index}?`,
            slug: `question-${index}-${each}`,
            answer: lexical("An answer of some words, as people read them."),
            _status: "published",
          })
        ).id,
      );
    if (index === 0) faqs.push(...own);
    return (
      await admin.create("topics", {
        title: `Topic ${index}`,
        slug: `topic-${index}`,
        intro: lexical("Words"),
        faqs: own,
        studies: [study.id],
        _status: "published",
      })
    ).id;
  });
  const clinicIds = await inTurns(clinics, async (index) => {
    const shown = Array.from(
      { length: Math.min(10, topics) },
      (_, each) => topicIds[(index + each) % topics] as string,
    );
    return (
      await admin.create("clinics", {
        name: `Clinic ${index}`,
        slug: `clinic-${index}`,
        city: "Albany",
        topics: [...new Set([topicIds[0] as string, ...shown])],
      })
    ).id;
  });
  const content = { study: study.id, topics: topicIds, faq: faqs[0] as string, clinics: clinicIds };
  await until(async () => {
    const paths = [
      `topics/topic-${topics - 1}.json`,
      ...clinicIds.map((_, index) => `clinics/clinic-${index}.json`),
    ];
    for (const path of paths)
      if (!(await fetch(`${product.cmsUrl}/embed/v1/content/en/${path}`)).ok) return false;
    return true;
  });
  return content;
}

/** What `make` gives for each number below `count`, in order, a few at once. */
async function inTurns(count: number, make: (index: number) => Promise<string>): Promise<string[]> {
  const made: string[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let index = next++; index < count; index = next++) made[index] = await make(index);
    }),
  );
  return made;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const start = performance.now();
  while (!(await isSo())) {
    if (performance.now() - start > PATIENCE_MS) throw new Error("The content was not public in time.");
    await pause(500);
  }
}
