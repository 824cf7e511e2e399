/** Whatever is damaged in a document, as after an import gone wrong: the rest is published, and a fault names the field. */
import type { ListKind } from "@clinic-widgets/shared";
import type { CollectionSlug } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPublisherFixture, type PublisherFixture, TOPIC } from "../../test/publisherFixture.ts";
import { databaseKinds } from "../../test/testCms.ts";
import { databaseOf } from "../database/index.ts";
import { publishingFaults } from "./faultStore.ts";

/** No tree: whatever reads it throws. */
const NO_PROSE = { en: { root: { children: [null] } }, es: { root: { children: [null] } } };

describe.each(databaseKinds)("a damaged document on %s", (kind) => {
  let fixture: PublisherFixture;
  beforeAll(async () => {
    fixture = await openPublisherFixture(kind);
  });
  afterAll(async () => {
    await fixture?.close();
  });

  /** Damages one document, withdraws something else on the same topic, looks, and mends both. */
  async function damaged(
    collection: CollectionSlug,
    slug: string,
    data: object,
    look: () => void | Promise<void>,
  ) {
    const { id } = await fixture.find(collection, slug);
    const whole = await fixture.cms.payload.findByID({
      collection,
      id,
      locale: "all",
      depth: 0,
    });
    await fixture.damage(collection, id, data);
    await fixture.change("timings", "regular-upkeep", { _status: "draft" });
    expect(fixture.slugs("timings")).not.toContain("regular-upkeep");
    await look();
    await databaseOf(fixture.cms.payload).updateOne({ collection, id, data: { ...whole }, locale: "all" });
    await fixture.change("timings", "regular-upkeep", { _status: "published" });
    expect(await publishingFaults(fixture.cms.payload)).toEqual([]);
  }
  const faults = async () =>
    (await publishingFaults(fixture.cms.payload)).map(({ collection, message }) => [
      collection,
      /field "([^"]*)"/.exec(message)?.[1],
    ]);

  it.each<[ListKind, string, object, string, number]>([
    ["faqs", "marathon-safety", { answer: NO_PROSE }, "answer", 6],
    ["benefits", "pain-and-stiffness", { body: NO_PROSE }, "body", 9],
    ["injuries", "shin-splints", { description: NO_PROSE }, "description", 8],
    ["studies", "loudon-2024", { issued: "last spring" }, "issued", 2],
  ])("in %s is left out alone", async (collection, slug, data, field, left) => {
    await damaged(collection, slug, data, async () => {
      expect(fixture.slugs(collection)).not.toContain(slug);
      expect(fixture.slugs(collection)).toHaveLength(left);
      expect(await faults()).toEqual([[collection, field]]);
    });
  });

  it("among a topic's texts takes that text out of the page alone", async () => {
    const { body } = await fixture.find("topics", TOPIC);
    const at = body.findIndex((block: { blockType: string }) => block.blockType === "text");
    const all = (
      (await fixture.cms.payload.findByID({
        collection: "topics" as never,
        id: (await fixture.find("topics", TOPIC)).id,
        locale: "all",
        depth: 0,
      })) as unknown as { body: object[] }
    ).body;
    const broken = all.map((block, index) => (index === at ? { ...block, paragraphs: NO_PROSE } : block));

    await damaged("topics", TOPIC, { body: broken }, async () => {
      expect(fixture.content(`en/topics/${TOPIC}.json`).body).toHaveLength(body.length - 1);
      expect(await faults()).toEqual([["topics", `body > ${at + 1}`]]);
    });
  });

  it("that has no introduction left keeps its topic off the page, and its lists on", async () => {
    await damaged("topics", TOPIC, { intro: NO_PROSE }, async () => {
      expect(fixture.content(`en/topics/${TOPIC}.json`)).toBeNull();
      expect(fixture.list("faqs")).toHaveLength(7);
      expect(fixture.content(`en/topics/${TOPIC}/faqs.json`).views).toHaveLength(1);
      expect((await faults())[0]).toEqual(["topics", "intro"]);
    });
  });

  it("numbers the sources that are shown, and lets nothing point to the one that is not", async () => {
    await damaged("studies", "kuzdzal-2025", { issued: "last spring" }, () => {
      expect(fixture.slugs("studies")).not.toContain("kuzdzal-2025");
      const pointers: { study: string; number: number }[] = [];
      JSON.stringify([fixture.list("benefits"), fixture.content(`en/topics/${TOPIC}.json`)], (_, value) => {
        if (value?.study && value.label && value.number) pointers.push(value);
        return value;
      });
      expect(pointers.length).toBeGreaterThan(0);
      for (const { study, number } of pointers) expect(fixture.slugs("studies")[number - 1]).toBe(study);
    });
  });
});
