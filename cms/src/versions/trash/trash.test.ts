/** The trash, and the way back: the public text stays what it was, and the draft stays the newest version. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Parsed } from "../../../test/parsed.ts";
import { databaseKinds, openTestCms, type TestCms } from "../../../test/testCms.ts";
import { richText } from "../../seed/lexical.ts";

const FAQS = { collection: "faqs" as const, depth: 0, trash: true };
const NOW = "2026-11-27T10:00:00.000Z";

describe.each(databaseKinds)("a move through the trash on %s", (kind) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await openTestCms(kind);
  });
  afterAll(() => cms?.close());

  const change = (id: string, data: object, more: object = {}) =>
    cms.payload.update({ ...FAQS, id, data, ...more } as never) as Promise<unknown>;

  /** As the admin's list does it, and its button “Restore”. */
  const inBulk = (id: string, data: object, more: object = {}) =>
    cms.payload.update({
      ...FAQS,
      where: { id: { equals: id } },
      data,
      ...more,
    } as never) as Promise<unknown>;

  const create = async (data: object, more: object = {}): Promise<string> =>
    String((await cms.payload.create({ ...FAQS, data, ...more } as never)).id);

  /** Approved in English and Spanish. */
  async function publish(question: string): Promise<string> {
    const id = await create({ question, answer: richText("Yes."), _status: "published" });
    const spanish = { question: `${question} (es)`, answer: richText("Sí."), _status: "published" };
    await change(id, spanish, { locale: "es", publishSpecificLocale: "es" });
    return id;
  }

  /** With words that nobody has approved, in English and Spanish. */
  async function publishAndDraft(question: string): Promise<string> {
    const id = await publish(question);
    await change(id, { question: "Draft" }, { draft: true });
    await change(id, { question: "Borrador" }, { draft: true, locale: "es" });
    return id;
  }

  async function told(id: string, draft: boolean) {
    const doc = (await cms.payload.findByID({ ...FAQS, id, draft, locale: "all" as "en" })) as Parsed;
    return { ...doc.question, status: doc._status, inTrash: Boolean(doc.deletedAt) };
  }
  const live = (id: string) => told(id, false);
  const newest = (id: string) => told(id, true);
  const DRAFT = { en: "Draft", es: "Borrador", status: "draft" };
  const approved = (question: string) => ({ en: question, es: `${question} (es)`, status: "published" });

  describe.each([
    ["one by one", change],
    ["in bulk", inBulk],
  ])("%s", (way, move) => {
    const sentenceOf = async (attempt: Promise<unknown>): Promise<string> => {
      const result = await attempt.catch((error: Error) => error);
      return result instanceof Error ? result.message : "";
    };

    it("keeps the public text and the draft apart in the trash", async () => {
      const question = `Into the trash ${way}?`;
      const id = await publishAndDraft(question);

      await move(id, { deletedAt: NOW });

      expect(await live(id)).toEqual({ ...approved(question), inTrash: true });
      expect(await newest(id)).toEqual({ ...DRAFT, inTrash: true });
    });

    it.each([
      ["as published", { _status: "published" }],
      ["as it was", {}],
    ])("takes back %s what was public, and keeps the draft", async (how, status) => {
      const question = `Back ${how} ${way}?`;
      const id = await publishAndDraft(question);
      await move(id, { deletedAt: NOW });

      await move(id, { deletedAt: null, ...status });

      expect(await live(id)).toEqual({ ...approved(question), inTrash: false });
      expect(await newest(id)).toEqual({ ...DRAFT, inTrash: false });
    });

    it("takes back as a draft the newest one, and nothing is public", async () => {
      const question = `Back as a draft ${way}?`;
      const id = await publishAndDraft(question);
      await move(id, { deletedAt: NOW });

      await move(id, { deletedAt: null, _status: "draft" });

      expect(await live(id)).toEqual({ ...DRAFT, inTrash: false });
      expect(await newest(id)).toEqual({ ...DRAFT, inTrash: false });
    });

    it("takes back as published although the draft is not complete", async () => {
      const question = `Half written ${way}?`;
      const id = await publishAndDraft(question);
      await change(id, { question: "" }, { draft: true });
      await move(id, { deletedAt: NOW });

      await move(id, { deletedAt: null, _status: "published" }, { locale: "es" });

      expect(await live(id)).toEqual({ ...approved(question), inTrash: false });
    });

    it("goes both ways without a draft", async () => {
      const question = `No draft ${way}?`;
      const id = await publish(question);

      await move(id, { deletedAt: NOW });
      expect(await live(id)).toEqual({ ...approved(question), inTrash: true });
      await move(id, { deletedAt: null, _status: "published" });
      expect(await newest(id)).toEqual({ ...approved(question), inTrash: false });
      await move(id, { deletedAt: NOW });
      await move(id, { deletedAt: null, _status: "draft" });
      expect(await live(id)).toEqual({ ...approved(question), status: "draft", inTrash: false });
    });

    it("does not publish what was not public", async () => {
      const data = { question: `Never public ${way}?`, answer: richText("No.") };
      const id = await create(data, { draft: true });
      await move(id, { deletedAt: NOW });
      const before = await live(id);

      expect(await sentenceOf(move(id, { deletedAt: null, _status: "published" }))).toContain(
        "was not public before it went to the trash",
      );
      expect(await sentenceOf(move(id, { _status: "published" }))).toContain("lies in the trash");
      expect(await live(id)).toEqual(before);
      await move(id, { deletedAt: null, _status: "draft" });
      expect(await newest(id)).toMatchObject({ en: `Never public ${way}?`, status: "draft", inTrash: false });
    });

    it("takes nothing else along", async () => {
      const id = await publishAndDraft(`Alone ${way}?`);
      expect(await sentenceOf(move(id, { deletedAt: NOW, question: "Smuggled" }))).toContain("as it is");
      await move(id, { deletedAt: NOW });
      const before = [await live(id), await newest(id)];

      expect(
        await sentenceOf(move(id, { deletedAt: null, question: "Smuggled", _status: "published" })),
      ).toContain("as it is");
      expect(
        await sentenceOf(
          move(id, { deletedAt: null, _status: "published" }, { locale: "en", publishSpecificLocale: "en" }),
        ),
      ).toContain("in all its languages");
      // As autosave does, which sends all fields.
      await move(id, { deletedAt: null }, { draft: true });
      // Once more into the trash.
      await move(id, { deletedAt: "2026-11-28T10:00:00.000Z" });

      expect([await live(id), await newest(id)]).toEqual(before);
    });
  });
});
