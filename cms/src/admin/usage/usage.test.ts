import type { CollectionSlug, PayloadRequest } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createDraft,
  databaseKinds,
  EDITOR,
  openTestCms,
  requestAs,
  type TestCms,
} from "../../../test/testCms.ts";
import { removeIfEmpty } from "../edit/emptyDraft.ts";
import { findTopicItems, findWhereUsed } from "./usage.ts";

describe.each(databaseKinds)("where a study is used, on %s", (kind) => {
  let cms: TestCms;
  let req: PayloadRequest;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    req = requestAs(cms.payload, EDITOR);
  });
  afterAll(async () => {
    await cms?.close();
  });

  const create = (collection: CollectionSlug, data: object) => createDraft(cms, collection, data);

  it("names everything that rests on it, a topic by its key points too", async () => {
    const study = await create("studies", { title: "A study", slug: "study" });
    const studies = [study];
    await create("benefits", { title: "Less pain", slug: "less-pain", findings: [{ study }] });
    await create("timings", { timing: "Before a race", slug: "before-a-race", studies });
    await create("faqs", { question: "Does it help?", slug: "does-it-help", studies });
    const keyPoints = { heading: "In short", items: [{ text: "It may help.", studies }] };
    await create("topics", { title: "Needles", slug: "needles", keyPoints });

    const { topics, namedBy } = await findWhereUsed(req, "studies", study);

    expect(topics).toEqual([]);
    expect(namedBy.map(({ title }) => title)).toEqual([
      "Needles",
      "Less pain",
      "Before a race",
      "Does it help?",
    ]);
  });

  it("says nothing of a study that nobody names", async () => {
    const study = await create("studies", { title: "Another study", slug: "another-study" });

    expect(await findWhereUsed(req, "studies", study)).toEqual({ public: false, topics: [], namedBy: [] });
  });

  it("names what is chosen on a topic and in no block, with the sources of what is chosen", async () => {
    const study = await create("studies", { title: "Third study", slug: "third-study" });
    const evidence = await create("benefits", {
      title: "Evidence",
      slug: "evidence",
      group: "evidence",
      findings: [{ study }],
    });
    const overview = await create("benefits", { title: "Overview", slug: "overview", group: "overview" });
    const timing = await create("timings", { timing: "After a race", slug: "after-a-race" });
    const topic = await create("topics", {
      title: "Not all",
      slug: "not-all",
      benefits: [evidence, overview],
      timings: [timing],
      body: [{ blockType: "benefits", group: "overview" }],
    });
    await cms.payload.create({
      collection: "clinics",
      data: {
        name: "Books",
        slug: "books",
        topics: [topic],
        bookingLinks: [{ label: "Book", slug: "book", kind: "any", url: "https://example.org/book" }],
      },
      locale: "en",
    } as never);

    expect((await findTopicItems(req, topic)).unplaced).toEqual([
      { block: "benefits", group: "evidence", count: 1 },
      { block: "timings", count: 1 },
      { block: "studies", count: 1 },
      { block: "booking", count: 1 },
    ]);
  });

  it("finds everything on the page that a new topic begins with, which is taken away while nobody wrote in it", async () => {
    const topic = await cms.payload.create({
      collection: "topics",
      data: {},
      draft: true,
      locale: "es",
    } as never);
    const { id, body } = topic as unknown as { id: string; body: { blockType: string; heading?: string }[] };

    expect(body.map(({ blockType, heading }) => [blockType, heading])).toContainEqual(["faqs", "Preguntas"]);
    expect(await removeIfEmpty(req, "topics", id)).toBe(true);

    const written = await create("topics", { title: "Written by a client" });
    const read = await cms.payload.findByID({ collection: "topics", id: written, draft: true } as never);
    expect((read as { body?: unknown[] }).body ?? []).toEqual([]);
  });
});
