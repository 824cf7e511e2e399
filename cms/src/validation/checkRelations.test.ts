/** What a document names must exist: alike on both databases, whatever happens in them otherwise. */

import { type Collection, createLocalReq, restoreVersionOperation } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Parsed } from "../../test/parsed.ts";
import { refusals } from "../../test/refusals.ts";
import { databaseKinds, openTestCms, type TestCms } from "../../test/testCms.ts";
import { richText } from "../seed/lexical.ts";

const GONE = { sqlite: "00000000-0000-4000-8000-000000000000", mongodb: "65f0a0a0a0a0a0a0a0a0a0a0" };

describe.each(databaseKinds)("what is named on %s", (kind) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await openTestCms(kind);
  });
  afterAll(() => cms?.close());

  const create = async (collection: string, data: object): Promise<string> =>
    String((await cms.payload.create({ collection: collection as "faqs", data } as never)).id);
  const read = async (collection: string, id: string, draft = false): Promise<Parsed> =>
    cms.payload.findByID({ collection: collection as "faqs", id, depth: 0, draft });
  const publish = (collection: string, id: string, data: object) =>
    cms.payload.update({
      collection: collection as "faqs",
      id,
      data: { ...data, _status: "published" } as never,
    });

  describe("a person's clinics", () => {
    const person = { name: "Max", password: "a long enough pass phrase", role: "clinic-manager" };
    const refusal = [["clinics", expect.stringContaining("does not exist, or lies in the trash")]];

    it("exist, and a sentence at the field says which do not", async () => {
      const clinic = await create("clinics", { name: "Riverside", slug: "riverside" });
      const email = "max@example.org";

      expect(await refusals(create("users", { ...person, email, clinics: [GONE[kind]] }))).toEqual(refusal);

      const id = await create("users", { ...person, email, clinics: [clinic] });
      const change = cms.payload.update({
        collection: "users",
        id,
        data: { clinics: [clinic, GONE[kind]] },
      } as never);
      expect(await refusals(change)).toEqual(refusal);
      expect((await read("users", id)).clinics).toEqual([clinic]);
    });
  });

  describe("an old version that is restored", () => {
    async function study(name: string): Promise<string> {
      return create("studies", {
        title: `Study ${name}`,
        slug: `study-${name}`,
        authors: [{ family: "Nightingale" }],
        issued: "2025",
        studyType: "case-report",
        status: "current",
        _status: "published",
      });
    }
    async function restoreOldest(collection: string, parent: string): Promise<Parsed> {
      const { docs } = await cms.payload.findVersions({
        collection: collection as "faqs",
        where: { parent: { equals: parent } },
        sort: "createdAt",
        limit: 1,
      });
      // As the admin's route does it: Payload's local function knows no drafts.
      await restoreVersionOperation({
        id: String(docs[0]?.id),
        collection: cms.payload.collections[collection as "faqs"] as Collection,
        draft: true,
        overrideAccess: true,
        req: await createLocalReq({}, cms.payload),
      });
      return read(collection, parent, true);
    }

    it("no longer names what was deleted for ever, keeps what is in the trash, and can be published", async () => {
      const [kept, trashed, deleted] = [await study("kept"), await study("trashed"), await study("deleted")];
      const faq = await create("faqs", {
        question: "May I run?",
        answer: richText("Yes."),
        studies: [kept, trashed, deleted],
        _status: "published",
      });
      await publish("faqs", faq, { studies: [] });
      await publish("studies", trashed, {});
      await cms.payload.update({
        collection: "studies",
        id: trashed,
        data: { deletedAt: new Date().toISOString() },
      });
      await cms.payload.delete({ collection: "studies", id: deleted });

      expect((await restoreOldest("faqs", faq)).studies).toEqual([kept, trashed]);

      await publish("faqs", faq, {});
      expect((await read("faqs", faq)).studies).toEqual([kept, trashed]);
    });

    it("keeps a finding whose study was deleted, and says what it lacks when it is published", async () => {
      const deleted = await study("of-a-finding");
      const finding = (of: string) => ({
        study: of,
        label: "One report",
        result: richText("It eased."),
        design: "case-report",
        directness: "direct",
      });
      const benefit = await create("benefits", {
        title: "Less pain",
        slug: "less-pain",
        group: "evidence",
        plainEnglish: "It may ease pain.",
        findings: [finding(deleted)],
        _status: "published",
      });
      await publish("benefits", benefit, { findings: [finding(await study("in-its-place"))] });
      await cms.payload.delete({ collection: "studies", id: deleted });

      const restored = await restoreOldest("benefits", benefit);

      expect(restored.findings).toMatchObject([{ label: "One report" }]);
      expect(restored.findings[0].study ?? null).toBeNull();
      expect(await refusals(publish("benefits", benefit, {}))).toContainEqual([
        "findings.0.study",
        expect.any(String),
      ]);
    });
  });
});
