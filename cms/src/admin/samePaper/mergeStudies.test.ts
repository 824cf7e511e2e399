/** One record of two: whatever named the one names the other, in every version, and readers lose nothing. */
import type { CollectionSlug, PayloadRequest, TypedUser } from "payload";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Parsed } from "../../../test/parsed.ts";
import { openPublisherFixture, type PublisherFixture, TOPIC } from "../../../test/publisherFixture.ts";
import { saveAsBefore } from "../../../test/savedBefore.ts";
import { databaseKinds, requestAs } from "../../../test/testCms.ts";
import { relationPaths } from "../../documents/relationPaths.ts";
import { NAMES_STUDY } from "../../evidence/namesStudy.ts";
import { findSamePaper } from "../dashboard/findSamePaper.ts";
import { findPublicStudies } from "../dashboard/findStudies.ts";
import { adminEndpoints } from "../endpoints.ts";
import { mergeStudies } from "./mergeStudies.ts";
import { findOtherRecords } from "./otherRecords.ts";

const PUBLISHED = { _status: "published" };
const NOW = new Date("2026-11-30T12:00:00Z");

describe.each(databaseKinds)("two records of one paper on %s", (kind) => {
  let fixture: PublisherFixture;
  let req: PayloadRequest;
  let number = 0;
  let [gone, kept] = ["", ""];
  beforeAll(async () => {
    fixture = await openPublisherFixture(kind);
    const person = {
      name: "Eve",
      email: "eve@example.org",
      password: "a long enough pass phrase",
      role: "editor",
    };
    const user = await fixture.cms.payload.create({ collection: "users", data: person as never });
    const editor = { ...user, collection: "users" } as unknown as TypedUser;
    req = Object.assign(requestAs(fixture.cms.payload, editor), {
      i18n: { language: "en" },
      t: (key: string) => key,
    });
  });
  afterAll(() => fixture?.close());

  /** Both public, as records were that were saved before there could be only one. */
  beforeEach(async () => {
    number++;
    gone = await createStudy("The second record");
    kept = await createStudy("The first record");
    await saveAsBefore(fixture.cms.payload, "studies", gone, {
      doi: `10.1000/Example.${number}`,
      pmid: `81${number}`,
    });
    await saveAsBefore(fixture.cms.payload, "studies", kept, { doi: `10.1000/example.${number}` });
  });

  const createStudy = (title: string) =>
    fixture.create("studies", {
      title,
      authors: [{ family: "Example", given: "A" }],
      issued: "2025",
      studyType: "case-report",
      status: "current",
      ...PUBLISHED,
    } as never);
  const find = async (collection: CollectionSlug, id: string, more: object = {}): Promise<Parsed> =>
    fixture.cms.payload.findByID({ collection, id, depth: 0, trash: true, locale: "all", ...more } as never);
  const merge = (ids = { from: gone, into: kept }) => mergeStudies(req, ids, NOW);
  const sentenceOf = async (attempt: Promise<unknown>): Promise<string> =>
    ((await attempt.catch((error: Error) => error)) as Error).message;

  it("show each other beside their forms, also when one is a draft", async () => {
    const draft = await fixture.create(
      "studies",
      { title: "A draft", doi: `https://doi.org/10.1000/EXAMPLE.${number}`, pmid: `82${number}` },
      { draft: true },
    );

    const { others } = await findOtherRecords(req, draft);

    expect(
      others.map(({ href, shared, different, standing }) => [href, shared, different, standing]),
    ).toEqual(
      expect.arrayContaining([
        [`/admin/collections/studies/${gone}`, ["DOI"], ["PubMed number"], "public"],
        [`/admin/collections/studies/${kept}`, ["DOI"], [], "public"],
      ]),
    );
    expect((await findOtherRecords(req, kept)).others.map(({ title }) => title).sort()).toEqual([
      "A draft",
      "The second record",
    ]);
    await fixture.cms.payload.delete({ collection: "studies", id: draft });
  });

  it("are on the dashboard, first those that disagree", async () => {
    const third = await createStudy("The third record");
    await saveAsBefore(fixture.cms.payload, "studies", third, {
      pmid: `81${number}`,
      doi: `10.1000/other.${number}`,
    });

    const { items } = await findSamePaper(req, await findPublicStudies(req));
    const notes = new Map(items.map(({ id, note }) => [id, note]));

    expect(notes.get(gone)).toBe(
      "shares the PubMed number of “The third record”, and has another DOI; shares the DOI of “The first record”",
    );
    expect(notes.get(third)).toBe("shares the PubMed number of “The second record”, and has another DOI");
    expect(notes.get(kept)).toBe("shares the DOI of “The second record”");
    expect([...notes.keys()].filter((id) => [gone, third, kept].includes(id)).at(-1)).toBe(kept);
    await fixture.cms.payload.delete({ collection: "studies", id: third });
  });

  it("become one: all that named the one names the other, public, drafted, in the trash and of before", async () => {
    const topic = await fixture.find("topics", TOPIC);
    const [benefit, faq, timing] = [
      await fixture.find("benefits", "recovery-and-fatigue"),
      await fixture.find("faqs", "marathon-safety"),
      await fixture.find("timings", "before-a-race"),
    ];
    const items = topic.keyPoints.items.map((item: object) => ({ ...item, studies: [gone, kept] }));
    await fixture.save("topics", topic.id, { studies: [...topic.studies, gone], ...PUBLISHED } as never);
    await fixture.save("topics", topic.id, { keyPoints: { ...topic.keyPoints, items } } as never, {
      draft: true,
    });
    const finding = { ...benefit.findings[0], id: undefined, limits: [], study: gone };
    await fixture.save("benefits", benefit.id, {
      findings: [...benefit.findings, finding],
      ...PUBLISHED,
    } as never);
    await fixture.save("faqs", faq.id, { studies: [gone], ...PUBLISHED } as never);
    await fixture.save("faqs", faq.id, { studies: [], ...PUBLISHED } as never);
    await fixture.save("timings", timing.id, { studies: [gone], ...PUBLISHED } as never);
    await fixture.save("timings", timing.id, { deletedAt: NOW.toISOString() } as never);
    await fixture.publisher.flush();
    const spanish = (await find("benefits", benefit.id)).findings.at(-1).label;

    const { changed } = await merge();
    await fixture.publisher.flush();

    expect(changed).toBe(4);
    expect((await find("topics", topic.id, { draft: false })).studies).toEqual([...topic.studies, kept]);
    const draft = await find("topics", topic.id, { draft: true });
    expect(draft._status).toBe("draft");
    expect(draft.keyPoints.items.map((item: Parsed) => item.studies)).toEqual(items.map(() => [kept]));
    const live = await find("topics", topic.id, { draft: false });
    expect(live._status).toBe("published");
    expect(live.keyPoints.items.flatMap((item: Parsed) => item.studies ?? [])).toEqual([]);
    expect((await find("benefits", benefit.id)).findings.at(-1)).toMatchObject({
      study: kept,
      label: spanish,
    });
    expect((await find("timings", timing.id)).studies).toEqual([kept]);
    for (const collection of ["topics", "benefits", "timings", "faqs"] as const) {
      const { docs } = await fixture.cms.payload.findVersions({
        collection,
        limit: 0,
        pagination: false,
        depth: 0,
        trash: true,
      });
      expect(JSON.stringify(docs)).not.toContain(gone);
    }
    expect(fixture.list("studies").map(({ title }) => title)).toContain("The first record");
    expect(fixture.list("studies").map(({ title }) => title)).not.toContain("The second record");
    expect(
      fixture
        .list("benefits")
        .find(({ slug }) => slug === benefit.slug)
        .findings.at(-1).study,
    ).toBe((await find("studies", kept)).slug);
    expect(await find("studies", gone)).toMatchObject({ deletedAt: NOW.toISOString() });
    expect(await find("studies", kept)).toMatchObject({
      pmid: `81${number}`,
      doi: `10.1000/example.${number}`,
    });
    await fixture.save("timings", timing.id, { deletedAt: null, ...PUBLISHED } as never);
  });

  it("keep a retraction that only the one that goes had, and a draft of the one that stays", async () => {
    await fixture.save("studies", gone, { status: "retracted", ...PUBLISHED } as never);
    await fixture.save("studies", kept, { title: "Being changed" } as never, { draft: true });

    await merge();

    const more = { status: "retracted", pmid: `81${number}` };
    expect(await find("studies", kept, { draft: false })).toMatchObject({
      title: "The first record",
      ...more,
    });
    expect(await find("studies", kept, { draft: true })).toMatchObject({
      title: "Being changed",
      _status: "draft",
      ...more,
    });
  });

  it("are not merged when they are of two papers, or readers would lose the one that they see", async () => {
    const other = await createStudy("Another paper");
    expect(await sentenceOf(merge({ from: other, into: kept }))).toContain("they share neither a DOI nor");

    await fixture.save("studies", kept, { _status: "draft" } as never);
    expect(await sentenceOf(merge())).toContain("readers see the one that would go");

    await fixture.save("studies", kept, { deletedAt: NOW.toISOString() } as never);
    expect(await sentenceOf(merge())).toContain("lies in the trash");
    expect(await sentenceOf(merge({ from: gone, into: gone }))).toContain("one of them does not exist");
    expect((await find("studies", gone)).deletedAt).toBeFalsy();
  });

  it("are merged by editors alone", async () => {
    const endpoint = adminEndpoints.find(({ path }) => path === "/merge-studies/:id/:into");
    const ask = (role: string | undefined, ids: object = { id: gone, into: kept }) =>
      endpoint?.handler(
        Object.assign(Object.create(req), {
          user: role ? { ...req.user, role } : null,
          routeParams: ids,
        }) as PayloadRequest,
      );

    expect((await ask(undefined))?.status).toBe(401);
    for (const role of ["author", "clinic-manager"]) expect((await ask(role))?.status).toBe(403);
    expect((await ask("editor", { id: gone, into: "" }))?.status).toBe(404);
    expect(await (await ask("editor"))?.json()).toEqual({ changed: 0 });
    expect((await find("studies", gone)).deletedAt).toBeTruthy();
  });

  it("are found by the relation of every field that names studies", () => {
    const { collections } = fixture.cms.payload.config;
    const paths = Object.fromEntries(
      collections.flatMap(({ slug, flattenedFields }) => {
        const found = relationPaths(flattenedFields, "studies");
        return found.length > 0 ? [[slug, found]] : [];
      }),
    );

    const { topics, ...others } = NAMES_STUDY;
    expect(paths).toEqual({
      topics: [topics, "studies"],
      ...Object.fromEntries(Object.entries(others).map(([slug, path]) => [slug, [path]])),
    });
  });
});
