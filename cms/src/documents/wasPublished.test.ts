import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds, openTestCms, type TestCms } from "../../test/testCms.ts";
import { richText } from "../seed/lexical.ts";

/** More than are kept of a document. */
const MANY_VERSIONS = 52;

describe.each(databaseKinds)("a document that was published on %s", (kind) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await openTestCms(kind);
  });
  afterAll(() => cms?.close());

  it("keeps its address, however often its draft is saved", async () => {
    const faqs = { collection: "faqs" as const, depth: 0 };
    const { id } = await cms.payload.create({
      ...faqs,
      data: { question: "May I run?", answer: richText("Yes."), _status: "published" } as never,
    });
    const save = (question: string) => cms.payload.update({ ...faqs, id, draft: true, data: { question } });
    for (let n = 0; n < MANY_VERSIONS; n++) await save("May I run?");
    const { docs } = await cms.payload.findVersions({
      ...faqs,
      where: { and: [{ parent: { equals: id } }, { "version._status": { equals: "published" } }] },
    });
    expect(docs).toEqual([]);

    expect((await save("May I walk?")).slug).toBe("may-i-run");
  });
});
