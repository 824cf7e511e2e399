/** The texts that stay public without the study that they named are put before somebody who reads them again. */
import type { CollectionSlug, PayloadRequest } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDemoCms } from "../../../test/demoCms.ts";
import type { Parsed } from "../../../test/parsed.ts";
import { saveAsBefore } from "../../../test/savedBefore.ts";
import { databaseKinds, EDITOR, requestAs, type TestCms } from "../../../test/testCms.ts";
import { findBenefitsLeftOut } from "./findNeeds.ts";
import { findNamingRetracted } from "./findRetracted.ts";
import { findPublicStudies } from "./findStudies.ts";

const PUBLISHED = { _status: "published" };

describe.each(databaseKinds)("public items that name a retracted study, on %s", (kind) => {
  let cms: TestCms;
  let req: PayloadRequest;
  beforeAll(async () => {
    cms = await openDemoCms(kind);
    req = Object.assign(requestAs(cms.payload, EDITOR), { i18n: { language: "en" } });
  });
  afterAll(() => cms?.close());

  const find = async (collection: string, slug: string) => {
    const { docs } = await cms.payload.find({
      collection: collection as CollectionSlug,
      where: { slug: { equals: slug } },
      depth: 0,
    });
    return docs[0] as unknown as Record<string, Parsed> & { id: string };
  };
  const change = async (collection: string, slug: string, data: object, draft = false) => {
    const { id } = await find(collection, slug);
    await cms.payload.update({
      collection: collection as CollectionSlug,
      id,
      data: data as never,
      draft,
    });
  };
  const leftOut = async () => findBenefitsLeftOut(req, await findPublicStudies(req));
  const named = async () => {
    const studies = await findPublicStudies(req);
    const { total, items } = await findNamingRetracted(req, await findBenefitsLeftOut(req, studies), studies);
    expect(items).toHaveLength(total);
    return items.map(({ collection, title, note }) => [collection, title, note]);
  };

  it("are listed with the study, until they name it no more", async () => {
    const study = await find("studies", "loudon-2024");
    const other = await find("studies", "kuzdzal-2025");
    const topic = await find("topics", "dry-needling-for-runners");
    const faq = await find("faqs", "marathon-safety");
    const timing = await find("timings", "before-a-race");
    await change("faqs", "marathon-safety", { studies: [study.id, other.id], ...PUBLISHED });
    await change("timings", "before-a-race", { studies: [study.id] }, true);
    const items = topic.keyPoints.items.map((item: object, index: number) =>
      index < 2 ? { ...item, studies: [study.id] } : item,
    );
    await change("topics", topic.slug, { keyPoints: { ...topic.keyPoints, items }, ...PUBLISHED });
    const { docs: benefits } = await cms.payload.find({
      collection: "benefits" as CollectionSlug,
      where: { "findings.study": { equals: study.id } },
      depth: 0,
    });
    expect(benefits.length).toBeGreaterThan(0);
    expect(await named()).toEqual([]);

    await change("studies", "loudon-2024", { status: "retracted", ...PUBLISHED });

    const note = `names “${study.title}”`;
    const inText = [
      ["topics", topic.title, note],
      ["faqs", faq.question, note],
    ];
    expect(await leftOut()).toHaveLength(benefits.length);
    expect(await named()).toEqual(inText);

    // A benefit that another study still supports is public, and its own text may lean on the retracted one.
    const benefit = benefits[0] as unknown as { slug: string; title: string; findings: object[] };
    const more = { ...benefit.findings[0], id: undefined, limits: [{ text: "Small." }], study: other.id };
    await change("benefits", benefit.slug, { findings: [...benefit.findings, more], ...PUBLISHED });
    await change("timings", "before-a-race", { studies: [study.id], ...PUBLISHED });
    expect(await named()).toEqual([
      inText[0],
      ["benefits", benefit.title, note],
      ["timings", timing.timing, note],
      inText[1],
    ]);

    await change("faqs", "marathon-safety", { studies: [other.id], ...PUBLISHED });
    const cleared = items.map((item: object) => ({ ...item, studies: [] }));
    await change("topics", topic.slug, { keyPoints: { ...topic.keyPoints, items: cleared }, ...PUBLISHED });
    expect(await named()).toEqual([
      ["benefits", benefit.title, note],
      ["timings", timing.timing, note],
    ]);
  });

  it("are listed, too, when it was another record of the paper that was retracted", async () => {
    const study = await find("studies", "loudon-2024");
    const other = await find("studies", "kuzdzal-2025");
    const before = (await leftOut()).length;
    await saveAsBefore(cms.payload, "studies", other.id, {
      doi: `https://doi.org/${study.doi.toUpperCase()}`,
    });

    const notes = (await named()).map(([, , note]) => note);

    expect(notes).toContain(`names “${other.title}”`);
    expect((await leftOut()).length).toBeGreaterThan(before);
  });
});
