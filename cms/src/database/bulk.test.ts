import { APIError, type CollectionConfig } from "payload";
import { afterEach, describe, expect, it } from "vitest";
import { databaseKinds, openTestPayload, type TestPayload, untyped } from "../../test/database.ts";
import { allOrNothing, beginBulk } from "../versions/allOrNothing.ts";

const open = () => true;

const things: CollectionConfig = {
  slug: "things",
  access: { create: open, read: open, update: open, delete: open },
  versions: { drafts: { localizeStatus: false } },
  hooks: {
    beforeOperation: [beginBulk],
    afterOperation: [allOrNothing],
    beforeDelete: [
      async ({ id, req }) => {
        const { note } = await untyped(req.payload).findByID({ collection: "things", id, req });
        if (note === "keep") throw new APIError("This one is kept.", 400, undefined, true);
        if (note) await untyped(req.payload).findByID({ collection: "things", id: "nothing", req });
      },
    ],
  },
  fields: [
    { name: "slug", type: "text", unique: true },
    { name: "note", type: "text" },
  ],
};

describe.each(databaseKinds)("a bulk operation on %s", (kind) => {
  let test: TestPayload;
  afterEach(() => test.close());

  async function openWith(notes: string[]) {
    test = await openTestPayload({ kind, collections: [things] });
    for (const [index, note] of notes.entries())
      await test.payload.create({
        collection: "things",
        data: { slug: `thing-${index}`, note, _status: "published" },
      });
  }
  const slugs = async () => {
    const { docs } = await test.payload.find({ collection: "things", sort: "slug", limit: 0 });
    return docs.map((doc) => doc.slug);
  };

  it("changes nothing, and says why, when one document cannot be changed", async () => {
    await openWith(["", "", "", "", "", "", "", ""]);
    const before = await slugs();

    const answer = await test.rest("PATCH", "/things?where[slug][like]=thing", {
      slug: "the-same-for-all",
      _status: "published",
    });

    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("Nothing was changed, because not every document could be");
    expect(await slugs()).toEqual(before);
  }, 60_000);

  it.each([
    ["keep", 400, "because not every document could be: This one is kept."],
    // Payload ends the whole transaction when an operation inside of a hook fails.
    ["ask for what is not there", 409, "change them one by one"],
  ])(
    "deletes nothing when a hook must %s",
    async (note, status, sentence) => {
      await openWith(["", "", note, "", "", ""]);

      const answer = await test.rest("DELETE", "/things?where[slug][like]=thing");

      expect(answer.status).toBe(status);
      expect(await answer.text()).toContain(sentence);
      expect(await slugs()).toHaveLength(6);
    },
    60_000,
  );

  it("changes all of them when nothing is in the way, and the same again", async () => {
    await openWith(["", "", ""]);

    for (const note of ["first", "second"]) {
      const answer = await test.rest("PATCH", "/things?where[slug][like]=thing", {
        note,
        _status: "published",
      });
      expect(answer.status).toBe(200);
    }

    const { docs } = await test.payload.find({ collection: "things" });
    expect(docs.map((doc) => doc.note)).toEqual(["second", "second", "second"]);
  }, 60_000);
});
