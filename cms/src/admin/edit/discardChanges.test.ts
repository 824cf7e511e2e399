/** Whoever discards a draft has seen it: one that was saved meanwhile stays. */
import type { PayloadRequest } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds, EDITOR, openTestCms, requestAs, type TestCms } from "../../../test/testCms.ts";
import { uncheckedData } from "../../documents/payload.ts";
import { richText } from "../../seed/lexical.ts";
import { discardChanges } from "./discardChanges.ts";

describe.each(databaseKinds)("discarding a draft on %s", (kind) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await openTestCms(kind);
  });
  afterAll(() => cms?.close());

  const request = (version?: string): PayloadRequest =>
    Object.assign(requestAs(cms.payload, EDITOR), {
      headers: new Headers(version ? { "if-match": `"${version}"` } : {}),
    });
  const newest = (id: string) => cms.payload.findByID({ collection: "faqs", id, draft: true, depth: 0 });

  it("is refused for a draft that was saved since, and done for the one that is shown", async () => {
    const { id } = await cms.payload.create({
      collection: "faqs",
      data: uncheckedData({
        question: "Public?",
        slug: "public",
        answer: richText("Yes."),
        _status: "published",
      }),
    });
    const draft = (question: string) =>
      cms.payload.update({ collection: "faqs", id, data: { question }, draft: true });
    const { updatedAt: seen } = await draft("Seen?");
    const { updatedAt } = await draft("Not seen?");

    await expect(discardChanges(request(seen), "faqs", id)).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining("Nothing was discarded, because somebody else"),
    });
    expect((await newest(id)).question).toBe("Not seen?");
    await discardChanges(request(updatedAt), "faqs", id);
    expect((await newest(id)).question).toBe("Public?");

    await draft("By a client that names no version?");
    await discardChanges(request(), "faqs", id);
    expect((await newest(id)).question).toBe("Public?");
  });
});
