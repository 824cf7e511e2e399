/** What is kept of a file that was written before. */
import { expect, it } from "vitest";
import { type ContentData, snapshotOf } from "./snapshot.ts";

const file = {
  path: "content/en/topics/running/faqs.json",
  data: { kind: "faqs", locale: "en", items: [] },
} as unknown as ContentData;
const of = { unit: "topics/1", sources: ["topics/1"] };
const written = snapshotOf(file, of, undefined, new Date("2026-01-01T00:00:00Z"));
const later = new Date("2026-06-01T00:00:00Z");

it("keeps the day on which the same content was first written", () => {
  expect(snapshotOf(file, of, written, later)).toEqual(written);
});

it.each([
  ["other words", written.body.replace('"items":[]', '"items":["javascript:"]')],
  ["no day", "{}"],
  ["a day that is none", written.body.replace("2026-01-01T00:00:00.000Z", "<script>")],
])("writes a file again that was read back with its revision and %s", (_, body) => {
  const again = snapshotOf(file, of, { ...written, body }, later);

  expect(again.body).not.toBe(body);
  expect(JSON.parse(again.body)).toMatchObject({ revision: written.revision, items: [] });
  expect(JSON.parse(again.body).publishedAt).toMatch(/^2026-0[16]-01T00:00:00\.000Z$/);
});
