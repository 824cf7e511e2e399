import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds, openTestPayload, type TestPayload } from "../../test/database.ts";

describe.each(databaseKinds)("the outbox on %s", (kind) => {
  let test: TestPayload;
  beforeAll(async () => {
    test = await openTestPayload({ kind });
  });
  afterAll(() => test.close());

  const published = async (question = "Does it hurt?") => {
    const faq = await test.payload.create({ collection: "faqs", data: { question, _status: "published" } });
    await test.takeRows();
    return faq.id as string;
  };

  it("holds nothing for a draft that was created, autosaved or saved", async () => {
    const { id } = await test.payload.create({ collection: "faqs", data: { question: "New" }, draft: true });
    await test.payload.update({
      collection: "faqs",
      id,
      data: { question: "Newer" },
      draft: true,
      autosave: true,
    });
    await test.payload.update({ collection: "faqs", id, data: { question: "Newest" }, draft: true });

    expect(await test.takeRows()).toEqual([]);
  });

  it("names a document that was created and published at once", async () => {
    const { id } = await test.payload.create({
      collection: "faqs",
      data: { question: "New", _status: "published" },
    });

    expect(await test.takeRows()).toEqual([`faqs/${id}`]);
  });

  it("names a draft when it is published", async () => {
    const { id } = await test.payload.create({ collection: "faqs", data: { question: "New" }, draft: true });
    await test.payload.update({ collection: "faqs", id, data: { _status: "published" } });

    expect(await test.takeRows()).toEqual([`faqs/${id}`]);
  });

  it("names a published document for each change, but not for its drafts", async () => {
    const id = await published();
    await test.payload.update({ collection: "faqs", id, data: { question: "A draft" }, draft: true });
    const afterDraft = await test.takeRows();
    await test.payload.update({
      collection: "faqs",
      id,
      data: { question: "Changed", _status: "published" },
    });
    await test.payload.update({
      collection: "faqs",
      id,
      data: { question: "Changed again", _status: "published" },
    });

    expect(afterDraft).toEqual([]);
    expect(await test.takeRows()).toEqual([`faqs/${id}`, `faqs/${id}`]);
  });

  it("names a document that was unpublished, also when a draft was saved before", async () => {
    const id = await published();
    await test.payload.update({ collection: "faqs", id, data: { question: "A draft" }, draft: true });
    await test.payload.update({ collection: "faqs", id, data: { _status: "draft" } });

    expect(await test.takeRows()).toEqual([`faqs/${id}`]);
  });

  it("names a document whose old version was restored, but not when it was restored as a draft", async () => {
    const id = await published("First");
    await test.payload.update({ collection: "faqs", id, data: { question: "Second", _status: "published" } });
    await test.takeRows();
    const { docs } = await test.payload.findVersions({
      collection: "faqs",
      where: { parent: { equals: id } },
      sort: "createdAt",
    });
    const first = String(docs[0]?.id);
    const restored = await test.rest("POST", `/faqs/versions/${first}?draft=true`);
    const asDraft = await test.takeRows();
    await test.payload.restoreVersion({ collection: "faqs", id: first });

    expect([restored.status, asDraft]).toEqual([200, []]);
    expect(await test.takeRows()).toEqual([`faqs/${id}`]);
  });

  it("names a document that went to the trash, came back, and was deleted", async () => {
    const id = await published();
    await test.payload.update({ collection: "faqs", id, data: { deletedAt: new Date().toISOString() } });
    const trashed = await test.takeRows();
    await test.payload.update({ collection: "faqs", id, data: { deletedAt: null }, trash: true });
    const back = await test.takeRows();
    await test.payload.delete({ collection: "faqs", id });

    expect([trashed, back, await test.takeRows()]).toEqual([[`faqs/${id}`], [`faqs/${id}`], [`faqs/${id}`]]);
  });

  it("names the copy of a published document, and nothing for a copy that is a draft", async () => {
    const id = await published();
    const copy = await test.payload.duplicate({ collection: "faqs", id });
    await test.payload.duplicate({ collection: "faqs", id, draft: true });

    expect(await test.takeRows()).toEqual([`faqs/${copy.id}`]);
  });

  it("names every document of a bulk change and of a bulk delete", async () => {
    const ids = [await published("One"), await published("Two")];
    const where = { id: { in: ids } };
    await test.payload.update({
      collection: "faqs",
      where,
      data: { question: "Both", _status: "published" },
    });
    const updated = await test.takeRows();
    await test.payload.delete({ collection: "faqs", where });

    expect(updated.sort()).toEqual(ids.map((id) => `faqs/${id}`).sort());
    expect((await test.takeRows()).sort()).toEqual(ids.map((id) => `faqs/${id}`).sort());
  });

  it("names the documents of the adapter's own bulk calls, also when the change ends the match", async () => {
    const ids = [await published("match"), await published("match")];
    const rows = ids.map((id) => `faqs/${id}`).sort();
    await test.payload.db.updateMany({
      collection: "faqs",
      where: { question: { equals: "match" } },
      data: { question: { en: "changed" } },
      locale: "en",
    });
    const updated = await test.takeRows();
    await test.payload.db.deleteMany({ collection: "faqs", where: { id: { in: ids } } });

    expect(updated.sort()).toEqual(rows);
    expect((await test.takeRows()).sort()).toEqual(rows);
    expect((await test.payload.count({ collection: "faqs", where: { id: { in: ids } } })).totalDocs).toBe(0);
  });

  it("keeps to the limit of a bulk call", async () => {
    const ids = [await published("few"), await published("few")];
    await test.payload.db.updateMany({
      collection: "faqs",
      where: { id: { in: ids } },
      data: { question: { en: "fewer" } },
      limit: 1,
    });
    const changed = await test.payload.find({
      collection: "faqs",
      where: { question: { equals: "fewer" } },
      limit: 0,
    });

    expect(await test.takeRows()).toEqual(changed.docs.map((doc) => `faqs/${doc.id}`));
    expect(changed.docs).toHaveLength(1);
  });

  it("names a document that was upserted, made or changed", async () => {
    const where = { name: { equals: "Tibialis" } };
    const made = await test.payload.db.upsert({
      collection: "structures",
      where,
      data: { name: "Tibialis" },
    });
    const rowsMade = await test.takeRows();
    await test.payload.db.upsert({ collection: "structures", where, data: { name: "Tibialis anterior" } });

    expect(rowsMade).toEqual([`structures/${made?.id}`]);
    expect(await test.takeRows()).toEqual([`structures/${made?.id}`]);
  });

  it("names the settings", async () => {
    await test.payload.updateGlobal({ slug: "settings", data: { disclaimer: "First" } });
    await test.payload.updateGlobal({ slug: "settings", data: { disclaimer: "Second" } });

    expect(await test.takeRows()).toEqual(["settings/settings", "settings/settings"]);
  });

  it("holds nothing for a collection that is not public", async () => {
    const note = await test.payload.create({ collection: "notes", data: { text: "Private" } });
    await test.payload.update({ collection: "notes", id: note.id, data: { text: "Still private" } });
    await test.payload.delete({ collection: "notes", id: note.id });

    expect(await test.takeRows()).toEqual([]);
  });

  it("names a document once when one transaction changes it twice", async () => {
    const id = await published();
    const transactionID = (await test.payload.db.beginTransaction()) as string;
    await test.payload.update({
      collection: "faqs",
      id,
      data: { question: "1", _status: "published" },
      req: { transactionID },
    });
    await test.payload.update({
      collection: "faqs",
      id,
      data: { question: "2", _status: "published" },
      req: { transactionID },
    });
    await test.payload.db.commitTransaction(transactionID);

    expect(await test.takeRows()).toEqual([`faqs/${id}`]);
  });

  it("stays without a row, as the document stays without the change, when a hook throws", async () => {
    const id = await published("Before");
    const update = test.payload.update({
      collection: "faqs",
      id,
      data: { question: "throw", _status: "published" },
    });
    await expect(update).rejects.toThrow("The hook threw.");
    const create = test.payload.create({
      collection: "faqs",
      data: { question: "throw", _status: "published" },
    });
    await expect(create).rejects.toThrow("The hook threw.");

    expect(await test.takeRows()).toEqual([]);
    expect((await test.payload.findByID({ collection: "faqs", id })).question).toBe("Before");
    expect(
      (await test.payload.count({ collection: "faqs", where: { question: { equals: "throw" } } })).totalDocs,
    ).toBe(0);
    expect(
      (
        await test.payload.countVersions({
          collection: "faqs",
          where: { "version.question": { equals: "throw" } },
        })
      ).totalDocs,
    ).toBe(0);
  });

  it("undoes a direct write when its row cannot be written", async () => {
    const before = (await test.payload.count({ collection: "structures" })).totalDocs;
    const outbox = test.payload.collections.outbox;
    Object.defineProperty(test.payload.collections, "outbox", { value: undefined, configurable: true });
    await expect(
      test.payload.db.create({ collection: "structures", data: { name: "Lost" } }),
    ).rejects.toThrow();
    Object.defineProperty(test.payload.collections, "outbox", {
      value: outbox,
      configurable: true,
      writable: true,
      enumerable: true,
    });

    expect((await test.payload.count({ collection: "structures" })).totalDocs).toBe(before);
  });

  it("tells its listeners after a commit with rows, and only then", async () => {
    let calls = 0;
    const stop = test.payload.db.afterCommit(() => calls++);
    await test.payload.create({ collection: "notes", data: { text: "Private" } });
    await test.payload
      .create({ collection: "faqs", data: { question: "throw", _status: "published" } })
      .catch(() => {});
    const before = calls;
    await test.payload.create({ collection: "structures", data: { name: "Soleus" } });
    const after = calls;
    stop();
    await test.payload.create({ collection: "structures", data: { name: "Plantaris" } });
    await test.takeRows();

    expect([before, after, calls]).toEqual([0, 1, 1]);
  });
});
