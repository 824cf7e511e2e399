/** A text that is copied to another language is a draft, whatever the document was and whoever copies; readers see nothing of it. */
import type { PayloadRequest, TypedUser } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Parsed } from "../../../test/parsed.ts";
import { databaseKinds, openTestCms, requestAs, type TestCms } from "../../../test/testCms.ts";
import { findIncomplete, findWritten } from "../../admin/dashboard/findIncomplete.ts";
import { databaseOf } from "../../database/index.ts";
import { uncheckedData } from "../../documents/payload.ts";
import { rowOf } from "../../documents/rows.ts";
import { richText } from "../../seed/lexical.ts";
import { copyTexts } from "./copyTexts.ts";

const PUBLISHED = { _status: "published" };

describe.each(databaseKinds)("copying a text to another language on %s", (kind) => {
  let cms: TestCms;
  let number = 0;
  beforeAll(async () => {
    cms = await openTestCms(kind);
  });
  afterAll(() => cms?.close());

  const as = (role: string): PayloadRequest =>
    Object.assign(requestAs(cms.payload, { id: role, collection: "users", role } as unknown as TypedUser), {
      i18n: { language: "en" },
    });
  const copy = (role: string, id: string, more: object = {}) =>
    copyTexts(as(role), { collectionSlug: "faqs", docID: id, fromLocale: "en", toLocale: "es", ...more });
  const create = async (status: object): Promise<string> => {
    number++;
    const { id } = await cms.payload.create({
      collection: "faqs",
      draft: !("_status" in status),
      data: uncheckedData({
        question: "Does it hurt?",
        slug: `does-it-hurt-${number}`,
        answer: richText("A little."),
        relatedLinks: [
          { label: "First", slug: "first", url: "/1" },
          { label: "Second", slug: "second", url: "/2" },
        ],
        ...status,
      }),
    });
    return id;
  };
  const save = (id: string, data: object, more: object = {}) =>
    cms.payload.update({ collection: "faqs", id, data: uncheckedData(data), ...more });
  const publicRow = (id: string) => rowOf(databaseOf(cms.payload), { collection: "faqs", id });
  const draftIn = (id: string, locale: string): Promise<Parsed> =>
    cms.payload.findByID({ collection: "faqs", id, draft: true, locale, fallbackLocale: false, depth: 0 });
  const notTranslated = async () => {
    const needs = await findIncomplete(as("editor"), await findWritten(as("editor")));
    return needs.flatMap(({ items }) => items.map(({ id }) => id));
  };

  const STATES: Record<string, { make: () => Promise<string>; isPublic: boolean }> = {
    "a draft": { make: () => create({}), isPublic: false },
    "public, without a draft": { make: () => create(PUBLISHED), isPublic: true },
    "public, with a draft": {
      make: async () => {
        const id = await create(PUBLISHED);
        await save(id, { question: "Does it hurt much?" }, { draft: true });
        return id;
      },
      isPublic: true,
    },
    "public, with a draft in the other language": {
      make: async () => {
        const id = await create(PUBLISHED);
        await save(id, { relatedLinks: null }, { draft: true, locale: "es" });
        return id;
      },
      isPublic: true,
    },
    withdrawn: {
      make: async () => {
        const id = await create(PUBLISHED);
        await save(id, { _status: "draft" });
        return id;
      },
      isPublic: false,
    },
  };
  const ROLES = ["administrator", "editor", "author"];

  it.each(Object.keys(STATES).flatMap((state) => ROLES.map((role) => [state, role] as const)))(
    "of what is %s makes a draft, for an %s",
    async (state, role) => {
      const { make, isPublic } = STATES[state] as (typeof STATES)[string];
      const id = await make();
      const before = await publicRow(id);

      await copy(role, id);

      expect(await publicRow(id)).toEqual(before);
      const english = await draftIn(id, "en");
      expect(await draftIn(id, "es")).toMatchObject({
        _status: "draft",
        question: english.question,
        answer: english.answer,
        relatedLinks: (english.relatedLinks ?? []).map(({ id: row, label }: Parsed) => ({ id: row, label })),
      });
      expect((await notTranslated()).includes(id)).toBe(isPublic);
      await cms.payload.delete({ collection: "faqs", id });
    },
  );

  it("keeps the words that are there, or replaces them when asked to, row by row", async () => {
    const id = await create({});
    const [first, second] = (await draftIn(id, "es")).relatedLinks;
    await save(
      id,
      { question: "¿Duele?", relatedLinks: [{ ...second, label: "Segundo" }, first] },
      { draft: true, locale: "es" },
    );
    const words = async () => {
      const { question, relatedLinks } = await draftIn(id, "es");
      return [question, ...relatedLinks.map(({ label }: Parsed) => label)];
    };

    await copy("author", id);
    expect(await words()).toEqual(["¿Duele?", "Segundo", "First"]);

    await copy("author", id, { overrideData: true });
    expect(await words()).toEqual(["Does it hurt?", "Second", "First"]);
  });

  it("does not take words away that the other language has alone", async () => {
    const id = await create({});
    await save(id, { question: "" }, { draft: true });
    await save(id, { question: "¿Duele?" }, { draft: true, locale: "es" });

    await copy("editor", id, { overrideData: true });

    expect((await draftIn(id, "es")).question).toBe("¿Duele?");
  });

  it("makes no draft where nothing is to be copied", async () => {
    const id = await create(PUBLISHED);
    await copy("editor", id);
    await save(id, PUBLISHED, { locale: "es" });

    await copy("editor", id);

    expect((await draftIn(id, "es"))._status).toBe("published");
  });

  it.each<[string, string, object, RegExp]>([
    ["for a clinic manager", "clinic-manager", {}, /not allowed|not found/i],
    ["of a clinic", "administrator", { collectionSlug: "clinics" }, /there are no drafts here/],
    ["of the settings", "editor", { collectionSlug: undefined, globalSlug: "settings" }, /no drafts here/],
    ["of a document that is gone", "editor", { docID: "gone" }, /not found/i],
    ["to the same language", "editor", { toLocale: "en" }, /choose another language/],
    ["to an unknown language", "editor", { toLocale: "xx" }, /no content in the language "xx"/],
    ["of nothing", "editor", { docID: undefined }, /save the document first/],
    ["that is not said", "editor", { fromLocale: 7 }, /say which document/],
  ])("is refused %s, with a sentence", async (_, role, more, sentence) => {
    const id = await create(PUBLISHED);
    const before = await publicRow(id);

    await expect(copy(role, id, more)).rejects.toThrow(sentence);

    expect(await publicRow(id)).toEqual(before);
  });

  it("is refused for what lies in the trash", async () => {
    const id = await create(PUBLISHED);
    await save(id, { deletedAt: new Date().toISOString() });

    await expect(copy("editor", id)).rejects.toThrow(/not found/i);
  });
});
