/** The dashboard and the sites agree on what is there in each language. */

import type { PayloadRequest } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Parsed } from "../../../test/parsed.ts";
import { openPublisherFixture, type PublisherFixture, TOPIC } from "../../../test/publisherFixture.ts";
import { databaseKinds, EDITOR, requestAs } from "../../../test/testCms.ts";
import { findDocs } from "../documents.ts";
import { findIncomplete, findWritten } from "./findIncomplete.ts";
import { describeTopics } from "./findPublic.ts";

const PUBLISHED = { _status: "published" };

describe.each(databaseKinds)("what lacks a translation, on %s", (kind) => {
  let fixture: PublisherFixture;
  let req: PayloadRequest;
  beforeAll(async () => {
    fixture = await openPublisherFixture(kind);
    req = Object.assign(requestAs(fixture.cms.payload, EDITOR), { i18n: { language: "en" } });
  });
  afterAll(async () => {
    await fixture?.close();
  });

  const incomplete = async () => {
    const needs = await findIncomplete(req, await findWritten(req));
    return needs.map(({ language, total, items }) => [language, total, items.map(({ id }) => id)]);
  };
  const languagesOfTopic = async () => {
    const { docs } = await findDocs(req, "topics", { select: ["title", "slug"] });
    const [topic] = await describeTopics(req, docs, [], await findWritten(req));
    return topic?.languages.map(({ code }) => code);
  };
  const langOfPage = () => fixture.content(`es/topics/${TOPIC}.json`).lang;
  const publish = (data: object, locale: string) =>
    fixture.change("topics", TOPIC, { ...data, ...PUBLISHED }, { locale });

  it("is nothing while everything is translated", async () => {
    expect(await incomplete()).toEqual([["Español", 0, []]]);
    expect(await languagesOfTopic()).toEqual(["en", "es"]);
  });

  it("is a topic with a new block in English: its page is all English now", async () => {
    const { id, body } = await fixture.find("topics", TOPIC);
    await publish({ body: [...body, { blockType: "faqs", heading: "More questions" }] }, "en");

    expect(langOfPage()).toBe("en");
    expect(await incomplete()).toEqual([["Español", 1, [String(id)]]]);
    expect(await languagesOfTopic()).toEqual(["en"]);

    const grown = (await fixture.find("topics", TOPIC)).body;
    const spanish: Parsed = await fixture.cms.payload.findByID({
      collection: "topics" as never,
      id,
      depth: 0,
      locale: "es" as never,
    });
    const added = grown.at(-1).id;
    const translated = spanish.body.map((block: Parsed) =>
      block.id === added ? { ...block, heading: "Más preguntas" } : block,
    );
    await publish({ body: translated }, "es");

    expect(langOfPage()).toBeUndefined();
    expect(await incomplete()).toEqual([["Español", 0, []]]);
    expect(await languagesOfTopic()).toEqual(["en", "es"]);
  });

  it("is an item with one text more in English, which nobody must fill in", async () => {
    const { id, plainSummary } = await fixture.find("studies", "loudon-2024");
    await fixture.change("studies", "loudon-2024", { plainSummary: null, ...PUBLISHED }, { locale: "es" });

    expect(plainSummary).toBeTruthy();
    expect(fixture.list("studies", "es").find(({ slug }) => slug === "loudon-2024").lang).toBe("en");
    expect(await incomplete()).toEqual([["Español", 1, [String(id)]]]);
    expect(await languagesOfTopic()).toEqual(["en", "es"]);

    // Also while another document is damaged, which is said elsewhere.
    const damaged = await fixture.find("faqs", "marathon-safety");
    await fixture.damage("faqs", damaged.id, { answer: { en: { root: { children: [null] } } } });
    expect(await incomplete()).toEqual([["Español", 1, [String(id)]]]);
  });
});
