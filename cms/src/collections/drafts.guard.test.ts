/** Every query of what is public asks for one status for all languages; Payload means to give each language its own. */
import type { CollectionConfig, GlobalConfig } from "payload";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestPayload, type TestPayload } from "../../test/database.ts";
import { collections } from "./index.ts";
import { Settings } from "./Settings.ts";

const draftsOf = ({ versions }: CollectionConfig | GlobalConfig) =>
  typeof versions === "object" ? versions.drafts : versions;
const withDrafts = [...collections, Settings].filter(draftsOf);

let test: TestPayload;
beforeAll(async () => {
  test = await openTestPayload({ kind: "sqlite" });
});
afterAll(() => test.close());

it("knows the collections with drafts", () => {
  expect(withDrafts.map(({ slug }) => slug)).toEqual([
    "topics",
    "benefits",
    "injuries",
    "timings",
    "faqs",
    "studies",
  ]);
});

it.each(withDrafts.map((collection) => [collection.slug, collection] as const))(
  "says of %s that its status is one for all languages, whatever Payload's default becomes",
  (_slug, collection) => {
    expect(draftsOf(collection)).toHaveProperty("localizeStatus", false);
  },
);

it("is read by that status in all languages at once", async () => {
  const { id } = await test.payload.create({
    collection: "faqs",
    data: { question: "Is it found?", _status: "published" },
  });

  const { docs } = await test.payload.db.find({
    collection: "faqs",
    where: { _status: { equals: "published" } },
    locale: "all",
  });

  expect(docs).toMatchObject([{ id, _status: "published", question: { en: "Is it found?" } }]);
});
