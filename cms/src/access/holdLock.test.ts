/** Who gets the lock of a document, and how long it lives: until its holder leaves it or the document is gone. */
import { handleFormStateLocking } from "@payloadcms/ui/utilities/handleFormStateLocking";
import type { CollectionSlug, TypedUser } from "payload";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Parsed } from "../../test/parsed.ts";
import { databaseKinds, openTestCms, requestAs, type TestCms } from "../../test/testCms.ts";
import { LOCKS } from "../database/keepLocks.ts";
import { uncheckedData } from "../documents/payload.ts";
import { richText } from "../seed/lexical.ts";
import { holdLock } from "./holdLock.ts";

const PASSWORD = "a long enough pass phrase";
const ROLES = ["administrator", "editor", "author", "clinic-manager"] as const;

describe.each(databaseKinds)("the lock of an open form, on %s", (kind) => {
  let cms: TestCms;
  const people: Record<string, TypedUser> = {};
  const ids: Record<string, string> = {};
  let number = 0;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    const clinic = async (name: string) =>
      (await cms.payload.create({ collection: "clinics", data: { name, slug: name } })).id;
    ids.own = await clinic("own");
    ids.other = await clinic("other");
    for (const role of ROLES) {
      const person = await cms.payload.create({
        collection: "users",
        data: { name: role, email: `${role}@example.org`, password: PASSWORD, role, clinics: [ids.own] },
      });
      people[role] = { ...person, collection: "users" };
    }
    ids.account = String(people.author?.id);
    await cms.payload.updateGlobal({ slug: "settings", data: { disclaimer: richText("Words.") } as never });
  });
  afterAll(() => cms?.close());
  beforeEach(async () => {
    number++;
    const faq = await cms.payload.create({
      collection: "faqs",
      draft: true,
      data: uncheckedData({ question: "Does it hurt?", slug: `does-it-hurt-${number}` }),
    });
    ids.faq = faq.id;
    for (const { id } of await locks()) await cms.payload.delete({ collection: LOCKS, id });
  });

  const as = (role: string | undefined) => requestAs(cms.payload, role ? (people[role] ?? null) : null);
  const hold = (role: string | undefined, target: object) =>
    holdLock(as(role), { returnLockStatus: true, ...target });
  const faq = () => ({ collectionSlug: "faqs", id: ids.faq });
  const locks = async (): Promise<Parsed[]> =>
    (await cms.payload.find({ collection: LOCKS, depth: 0, pagination: false })).docs;
  const holders = async () => (await locks()).map(({ user }) => user.value);
  const rest = async (role: string, method: string, path: string, body?: object) => {
    const { token } = await cms.payload.login({
      collection: "users",
      data: { email: `${role}@example.org`, password: PASSWORD },
    });
    return cms.rest(method, path, body, { authorization: `JWT ${token}` });
  };

  it.each<[string, () => object, boolean[]]>([
    ["a question", faq, [true, true, true, false]],
    ["the own clinic", () => ({ collectionSlug: "clinics", id: ids.own }), [true, true, false, true]],
    ["another clinic", () => ({ collectionSlug: "clinics", id: ids.other }), [true, true, false, false]],
    ["the settings", () => ({ globalSlug: "settings" }), [true, true, false, false]],
    [
      "the author's account",
      () => ({ collectionSlug: "users", id: ids.account }),
      [true, false, true, false],
    ],
    ["a row of ours", () => ({ collectionSlug: "outbox", id: ids.faq }), [false, false, false, false]],
    [
      "a document that is not there",
      () => ({ collectionSlug: "faqs", id: "gone" }),
      [false, false, false, false],
    ],
    [
      "a collection that is not there",
      () => ({ collectionSlug: "constructor", id: ids.faq }),
      [false, false, false, false],
    ],
    ["settings that are not there", () => ({ globalSlug: "toString" }), [false, false, false, false]],
    ["nothing", () => ({}), [false, false, false, false]],
  ])("of %s is for those who may edit it", async (_, target, expected) => {
    for (const [index, role] of ROLES.entries()) {
      const lock = await hold(role, target());

      expect([role, lock !== undefined, await holders()]).toEqual([
        role,
        expected[index],
        expected[index] ? [people[role]?.id] : [],
      ]);
      for (const { id } of await locks()) await cms.payload.delete({ collection: LOCKS, id });
    }
    expect(await hold(undefined, target())).toBeUndefined();
    expect(await holders()).toEqual([]);
  });

  it("is not for what lies in the trash, and not for those who only ask how the form is", async () => {
    expect(await holdLock(as("editor"), { ...faq(), returnLockStatus: false })).toBeUndefined();
    await cms.payload.update({
      collection: "faqs",
      id: ids.faq as string,
      data: { deletedAt: new Date().toISOString() },
    });

    expect(await hold("editor", faq())).toBeUndefined();
    expect(await holders()).toEqual([]);
  });

  it("names its holder to the next person, and stays theirs", async () => {
    await hold("author", faq());

    const lock: Parsed = await hold("editor", { ...faq(), updateLastEdited: true });

    // Editors may not read accounts.
    expect(lock.user.id ?? lock.user).toBe(people.author?.id);
    expect(await holders()).toEqual([people.author?.id]);
  });

  it("outlives every save of its holder, and keeps others from saving until they take it over", async () => {
    await hold("author", faq());
    const save = (role: string, query: string, data: object = {}) =>
      rest(role, "PATCH", `/faqs/${ids.faq}?locale=en&${query}`, { question: "Saved?", ...data });

    const saved = [
      await save("author", "draft=true&autosave=true"),
      await save("author", "draft=true&autosave=true"),
      await save("author", "draft=true"),
      // The server itself, past the lock.
      await cms.payload
        .update({
          collection: "faqs",
          id: ids.faq as string,
          data: { question: "By the server?" },
          draft: true,
        })
        .then(() => ({ status: 200 })),
    ].map(({ status }) => status);
    const held = await holders();
    const other = await save("editor", "draft=true");

    expect([saved, held, other.status]).toEqual([[200, 200, 200, 200], [people.author?.id], 423]);
    expect(JSON.stringify(await other.json())).toContain("somebody else has this open");
  });

  it("outlives a save of a clinic and of the settings", async () => {
    await hold("editor", { collectionSlug: "clinics", id: ids.own });
    await hold("editor", { globalSlug: "settings" });

    await rest("editor", "PATCH", `/clinics/${ids.own}?locale=en`, { city: "Albany" });
    await rest("editor", "POST", "/globals/settings?locale=en", { citationStyle: "apa" });

    expect(await holders()).toHaveLength(2);
  });

  it("goes when its holder leaves, who takes away no other's", async () => {
    await hold("author", faq());
    await hold("editor", { globalSlug: "settings" });
    const where = `where[and][0][document.relationTo][equals]=faqs&where[and][1][document.value][equals]=${ids.faq}`;
    const leave = (role: string, query: string) => rest(role, "DELETE", `/${LOCKS}?${query}`);

    await leave("editor", where);
    expect(await holders()).toHaveLength(2);
    await leave("author", where);
    expect(await holders()).toEqual([people.editor?.id]);
    await leave("editor", "where[globalSlug][equals]=settings");
    expect(await holders()).toEqual([]);
  });

  it("goes with its document", async () => {
    const structure = await cms.payload.create({
      collection: "structures" as CollectionSlug,
      data: uncheckedData({ name: "Calf", slug: `calf-${number}` }),
      draft: true,
    });
    await hold("editor", { collectionSlug: "structures", id: structure.id });
    await hold("editor", faq());

    await cms.payload.delete({ collection: "faqs", id: ids.faq as string });
    await cms.payload.delete({
      collection: "structures" as CollectionSlug,
      where: { id: { equals: structure.id } },
    });

    expect(await locks()).toEqual([]);
  });

  it("gives way to the next person when it was not used for minutes", async () => {
    await hold("author", faq());
    const [lock] = await locks();
    const old = new Date(Date.now() - 10 * 60_000).toISOString();
    await cms.payload.db.updateOne({ collection: LOCKS, id: lock.id, data: { updatedAt: old } });

    const next: Parsed = await handleFormStateLocking({
      ...faq(),
      req: as("editor"),
      updateLastEdited: false,
    });

    expect(next.user.id).toBe(people.editor?.id);
    expect(await holders()).toEqual([people.editor?.id]);
  });
});
