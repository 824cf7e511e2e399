import type { CollectionSlug } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Parsed } from "../../test/parsed.ts";
import { databaseKinds, openTestCms, requestAs, type TestCms } from "../../test/testCms.ts";
import { loadDemoContent } from "./index.ts";
import { removeDemoContent } from "./remove.ts";
import { isEmpty } from "./untouched.ts";

describe.each(databaseKinds)("the demo content on %s", (kind) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    expect(await isEmpty(cms.payload)).toBe(true);
    await loadDemoContent(cms.payload);
  });
  afterAll(() => cms?.close());

  const find = async (collection: string, slug: string) => {
    const { docs } = await cms.payload.find({
      collection: collection as CollectionSlug,
      where: { slug: { equals: slug } },
      depth: 0,
      locale: "all" as never,
    });
    return docs[0] as unknown as Record<string, Parsed>;
  };
  const count = async (collection: string, where = {}) =>
    (await cms.payload.count({ collection: collection as CollectionSlug, where })).totalDocs;

  it("is complete and published", async () => {
    const published = { _status: { equals: "published" } };

    expect({
      topics: await count("topics", published),
      benefits: await count("benefits", published),
      injuries: await count("injuries", published),
      timings: await count("timings", published),
      faqs: await count("faqs", published),
      studies: await count("studies", published),
      structures: await count("structures"),
      clinics: await count("clinics"),
    }).toEqual({
      topics: 1,
      benefits: 10,
      injuries: 9,
      timings: 5,
      faqs: 7,
      studies: 3,
      structures: 19,
      clinics: 1,
    });
    expect((await find("topics", "dry-needling-for-runners")).body).toHaveLength(15);
  });

  it("stands in English and Spanish, each text in its own row", async () => {
    const benefit = await find("benefits", "pain-and-stiffness");

    expect(benefit.findings[0].limits[0].text).toEqual({
      en: "Results varied from study to study.",
      es: "Los resultados variaron de un estudio a otro.",
    });
    expect((await find("faqs", "when-to-schedule")).question).toEqual({
      en: "When is a good time for runners to book a session?",
      es: "¿Cuál es un buen momento para que un corredor reserve una sesión?",
    });
  });

  it("relates injuries to their structures", async () => {
    const injury = await find("injuries", "it-band-syndrome");
    const structure = await find("structures", "tensor-fasciae-latae");

    expect(injury.structures[0]).toBe(structure.id);
  });

  it("is neither doubled nor put back when it is loaded again", async () => {
    const { id } = await find("faqs", "when-to-schedule");
    const change = (question: string) =>
      cms.payload.update({
        collection: "faqs" as CollectionSlug,
        id,
        data: { question, _status: "published" } as never,
      });
    const before = (await find("faqs", "when-to-schedule")).question.en;
    await change("Our own question?");

    await loadDemoContent(cms.payload);

    expect((await find("faqs", "when-to-schedule")).question.en).toBe("Our own question?");
    await change(before);
    expect(await count("faqs")).toBe(7);
    expect((await find("topics", "dry-needling-for-runners")).keyPoints.items).toHaveLength(5);
  });

  it("is removed except for what somebody touched and what that needs", async () => {
    const injury = await find("injuries", "shin-splints");
    await cms.payload.update({
      collection: "injuries" as CollectionSlug,
      id: injury.id,
      data: { summary: "Our own words." } as never,
      draft: true,
    });

    // Drafted, and put back as it was: the words are in its versions.
    const timing = (await find("timings", "before-a-race")) as { id: string; purpose: { en: string } };
    const timings = "timings" as CollectionSlug;
    await cms.payload.update({
      collection: timings,
      id: timing.id,
      data: { purpose: "Ours." } as never,
      draft: true,
    });
    await cms.payload.update({
      collection: timings,
      id: timing.id,
      data: { purpose: timing.purpose.en, _status: "published" } as never,
    });

    const { removed, kept } = await removeDemoContent(requestAs(cms.payload, null));

    // The timing, and the injury with the three structures that it names.
    expect({ removed, kept }).toEqual({ removed: 50, kept: 5 });
    expect(await count("injuries")).toBe(1);
    expect(await count("timings")).toBe(1);
    expect(await count("structures")).toBe(3);
  });

  it("does not come back after it was removed", async () => {
    await cms.payload.delete({ collection: "injuries" as CollectionSlug, where: {} });
    await cms.payload.delete({ collection: "timings" as CollectionSlug, where: {} });
    await cms.payload.delete({ collection: "structures" as CollectionSlug, where: {} });

    expect(await count("structures")).toBe(0);
    expect(await isEmpty(cms.payload)).toBe(false);
  });
});
