import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CollectionSlug } from "payload";
import type { Logger } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDemoContent } from "../seed/index.ts";
import { richText } from "../seed/lexical.ts";
import { openDirectoryStore } from "../store/directory.ts";
import { openMongodbStore } from "../store/mongodb.ts";
import type { SnapshotStore } from "../store/types.ts";
import { databaseKinds, openTestCms, type TestCms } from "../testCms.ts";
import { publishingFaults } from "./faults.ts";
import { type Publisher, startPublisher } from "./publisher.ts";
import { STEPS, type Step } from "./turn.ts";

const TOPIC = "dry-needling-for-runners";
const log = { info: () => {}, warn: () => {}, error: () => {} } as unknown as Logger;

describe.each(databaseKinds)("the publisher on %s", (kind) => {
  let cms: TestCms;
  let store: SnapshotStore;
  let publisher: Publisher;
  let folder: string;
  let step: (step: Step) => void = () => {};
  const env = { locales: ["en", "es"] as [string, ...string[]] };
  const start = () => startPublisher({ payload: cms.payload, store, env, log, onStep: (each) => step(each) });

  beforeAll(async () => {
    cms = await openTestCms(kind);
    await loadDemoContent(cms.payload);
    folder = mkdtempSync(join(tmpdir(), "clinic-widgets-publisher-"));
    store =
      kind === "mongodb"
        ? await openMongodbStore({ url: cms.mongodbUrl, folder, log })
        : await openDirectoryStore(folder);
    publisher = start();
    await publisher.flush();
  });
  afterAll(async () => {
    await publisher?.stop();
    await store?.close();
    await cms?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const slug = (name: string) => name as CollectionSlug;
  const content = (path: string) => JSON.parse(store.snapshot(`content/${path}`)?.body ?? "null");
  const list = (kind: string, locale = "en"): any[] =>
    content(`${locale}/topics/${TOPIC}/${kind}.json`).items;
  const find = async (collection: string, name: string) =>
    (await cms.payload.find({ collection: slug(collection), where: { slug: { equals: name } }, depth: 0 }))
      .docs[0] as any;
  const change = async (collection: string, name: string, data: object, options: object = {}) => {
    const { id } = await find(collection, name);
    await cms.payload.update({ collection: slug(collection), id, data: data as never, ...options } as never);
    await publisher.flush();
    return id;
  };

  it("publishes the demo content, complete, in both languages", () => {
    expect(
      Object.fromEntries(
        ["benefits", "injuries", "timings", "faqs", "studies"].map((each) => [each, list(each).length]),
      ),
    ).toEqual({ benefits: 10, injuries: 9, timings: 5, faqs: 7, studies: 3 });
    expect(list("faqs", "es")[0]).toMatchObject({
      slug: "what-is-dry-needling",
      question: "¿En qué consiste la punción seca y qué puede hacer por quienes corren?",
    });
    expect(
      [...store.snapshots()].flatMap((each) => JSON.parse(each.body).items ?? []).filter((item) => item.lang),
    ).toEqual([]);
    expect(content(`en/topics/${TOPIC}.json`).body).toHaveLength(15);
    expect(content("en/clinics/riverside.json")).toMatchObject({ emergencyNumber: "911", topics: [TOPIC] });
    expect(content("es/site.json").locales.map((locale: { label: string }) => locale.label)).toEqual([
      "English",
      "Español",
    ]);
  });

  it("names each claim's study with its number and a link that works", () => {
    const finding = list("benefits").find((benefit) => benefit.slug === "pain-and-stiffness").findings[0];

    expect(finding.source).toEqual({
      study: "kuzdzal-2025",
      label: "Kużdżał and colleagues, 2025",
      url: "https://doi.org/10.1007/s40279-025-02175-9",
      number: 1,
    });
  });

  it("gives out no key that the contract does not name", () => {
    const allowed = new Set(
      "version kind locale revision publishedAt topic clinic items views slug lang question answer relatedInjuries relatedLinks studies type children text items label url name study number".split(
        " ",
      ),
    );
    const keys = new Set<string>();
    JSON.stringify(content(`en/topics/${TOPIC}/faqs.json`), (key, value) => {
      if (key && Number.isNaN(Number(key))) keys.add(key);
      return value;
    });

    expect([...keys].filter((key) => !allowed.has(key)).sort()).toEqual(["block", "heading", "id"]);
  });

  it("shows a published change, and no word of a draft", async () => {
    await change("faqs", "how-many-sessions", { answer: richText("Four sessions."), _status: "published" });
    expect(JSON.stringify(list("faqs"))).toContain("Four sessions.");

    await change("faqs", "how-many-sessions", { answer: richText("Secret.") }, { draft: true });
    expect([...store.snapshots()].some((each) => each.body.includes("Secret."))).toBe(false);
  });

  it("keeps the date of content that did not change", async () => {
    const before = content(`en/topics/${TOPIC}/injuries.json`);
    await change("faqs", "marathon-safety", { answer: richText("Yes."), _status: "published" });

    expect(content(`en/topics/${TOPIC}/injuries.json`)).toEqual(before);
  });

  it("withdraws what is unpublished or lies in the trash, and shows it again", async () => {
    const slugs = () => list("faqs").map((faq) => faq.slug);
    const id = await change("faqs", "marathon-safety", { _status: "draft" });
    expect(slugs()).not.toContain("marathon-safety");
    await change("faqs", "marathon-safety", { _status: "published" });
    expect(slugs()[4]).toBe("marathon-safety");

    await change("faqs", "marathon-safety", { deletedAt: new Date().toISOString() });
    expect(slugs()).not.toContain("marathon-safety");
    await cms.payload.update({
      collection: slug("faqs"),
      id,
      data: { deletedAt: null, _status: "published" } as never,
      trash: true,
    });
    await publisher.flush();
    expect(slugs()).toContain("marathon-safety");
  });

  it("takes a claim away while its study is retracted, and keeps the source, marked", async () => {
    const slugs = () => list("benefits").map((benefit) => benefit.slug);
    await change("studies", "loudon-2024", { status: "retracted", _status: "published" });
    expect(slugs()).not.toContain("recovery-and-fatigue");
    expect(list("studies")[1]).toMatchObject({ slug: "loudon-2024", status: "retracted" });

    await change("studies", "loudon-2024", { status: "current", _status: "published" });
    expect(slugs()).toContain("recovery-and-fatigue");
  });

  it("lets an item fall back as a whole, and says so", async () => {
    await change("faqs", "running-performance", { question: "" }, { locale: "es", draft: true });
    const { id } = await find("faqs", "running-performance");
    // Straight to the row, as a document from before a language was added would be.
    await cms.payload.db.updateOne({
      collection: "faqs",
      id,
      data: {
        ...((await cms.payload.findByID({
          collection: slug("faqs"),
          id,
          locale: "all" as never,
          depth: 0,
        })) as object),
        question: { en: "Could dry needling help me run better?", es: "" },
      } as never,
      locale: "all",
    } as never);
    await publisher.flush();

    const item = list("faqs", "es").find((faq) => faq.slug === "running-performance");
    expect(item).toMatchObject({ lang: "en", question: "Could dry needling help me run better?" });
    expect(JSON.stringify(item.answer)).toContain("Studies suggest");
  });

  it("follows a renamed clinic and a topic's new address", async () => {
    await change("clinics", "riverside", { name: "Harbour Clinic" });
    expect(content("es/clinics/riverside.json").name).toBe("Harbour Clinic");

    await change("topics", TOPIC, { slug: "needling", _status: "published" });
    expect(content(`en/topics/${TOPIC}.json`)).toBeNull();
    expect(content("en/topics/needling.json").title).toBe("Dry Needling for Runners");
    expect(content("en/clinics/riverside.json").topics).toEqual(["needling"]);
    await change("topics", "needling", { slug: TOPIC, _status: "published" });
  });

  it("leaves out an item that breaks the contract, tells its fault, and still withdraws the rest", async () => {
    const broken = await find("timings", "before-a-race");
    // Past every check, as a fault of our own would be.
    await cms.payload.db.updateOne({
      collection: "timings",
      id: broken.id,
      data: {
        ...((await cms.payload.findByID({
          collection: slug("timings"),
          id: broken.id,
          locale: "all" as never,
          depth: 0,
        })) as object),
        slug: "Not A Slug",
      } as never,
      locale: "all",
    } as never);
    await change("timings", "regular-upkeep", { _status: "draft" });

    expect(list("timings").map((timing) => timing.slug)).toEqual([
      "after-hard-training-or-races",
      "during-injury-rehab",
      "personal-plan",
    ]);
    expect(await publishingFaults(cms.payload)).toMatchObject([
      { collection: "timings", document: String(broken.id), message: expect.stringContaining('"slug"') },
    ]);

    await cms.payload.update({
      collection: slug("timings"),
      id: broken.id,
      data: { slug: "before-a-race", _status: "published" } as never,
    });
    await change("timings", "regular-upkeep", { _status: "published" });
    expect(list("timings")).toHaveLength(5);
    expect(await publishingFaults(cms.payload)).toEqual([]);
  });

  it.each(STEPS)("mends what a crash at the step %s left behind", async (at) => {
    await publisher.stop();
    const text = `Saved before a crash at ${at}.`;
    let crashed = 0;
    step = (each) => {
      if (each === at) {
        crashed++;
        throw new Error("The process is gone.");
      }
    };
    publisher = start();
    await change("faqs", "injuries-treated", { answer: richText(text), _status: "published" }).catch(
      () => {},
    );
    await expect.poll(() => crashed, { timeout: 10_000 }).toBeGreaterThan(0);
    step = () => {};
    await publisher.stop();

    publisher = start();
    await publisher.flush();

    expect(JSON.stringify(list("faqs"))).toContain(text);
    expect((await cms.payload.count({ collection: slug("outbox") })).totalDocs).toBe(0);
  });
});
