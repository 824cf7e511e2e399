import type { PayloadRequest, TypedUser } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds, openTestCms, requestAs, type TestCms } from "../../../test/testCms.ts";
import { findWhereUsed } from "./usage.ts";

const EDITOR = { id: "editor", collection: "users", role: "editor" } as unknown as TypedUser;

describe.each(databaseKinds)("where a study is used, on %s", (kind) => {
  let cms: TestCms;
  let req: PayloadRequest;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    req = requestAs(cms.payload, EDITOR);
  });
  afterAll(async () => {
    await cms?.close();
  });

  const create = async (collection: string, data: object): Promise<string> => {
    const doc = await cms.payload.create({ collection, data, draft: true } as never);
    return String((doc as { id: unknown }).id);
  };

  it("names everything that rests on it, a topic by its key points too", async () => {
    const study = await create("studies", { title: "A study", slug: "study" });
    const studies = [study];
    await create("benefits", { title: "Less pain", slug: "less-pain", findings: [{ study }] });
    await create("timings", { timing: "Before a race", slug: "before-a-race", studies });
    await create("faqs", { question: "Does it help?", slug: "does-it-help", studies });
    const keyPoints = { heading: "In short", items: [{ text: "It may help.", studies }] };
    await create("topics", { title: "Needles", slug: "needles", keyPoints });

    const { topics, namedBy } = await findWhereUsed(req, "studies", study);

    expect(topics).toEqual([]);
    expect(namedBy.map(({ title }) => title)).toEqual([
      "Needles",
      "Less pain",
      "Before a race",
      "Does it help?",
    ]);
  });

  it("says nothing of a study that nobody names", async () => {
    const study = await create("studies", { title: "Another study", slug: "another-study" });

    expect(await findWhereUsed(req, "studies", study)).toEqual({ public: false, topics: [], namedBy: [] });
  });
});
