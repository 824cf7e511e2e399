import type { CollectionSlug, PayloadRequest } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createDraft,
  databaseKinds,
  EDITOR,
  openTestCms,
  requestAs,
  type TestCms,
} from "../../../test/testCms.ts";
import { findLinkTargets } from "./linkTargets.ts";

describe.each(databaseKinds)("where a link may lead, on %s", (kind) => {
  let cms: TestCms;
  let req: PayloadRequest;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    req = requestAs(cms.payload, EDITOR);
  });
  afterAll(async () => {
    await cms?.close();
  });

  it("is to sections, questions and pages of the clinic's site, each once", async () => {
    const create = (collection: CollectionSlug, data: object) => createDraft(cms, collection, data);
    await create("topics", {
      title: "Needles",
      slug: "needles",
      body: [
        { blockType: "text", heading: "How it helps", sectionSlug: "how-it-helps" },
        { blockType: "faqs" },
      ],
    });
    await create("faqs", {
      question: "Does it hurt?",
      slug: "does-it-hurt",
      relatedLinks: [
        { label: "Prices", slug: "prices", url: "/prices" },
        { label: "Elsewhere", slug: "elsewhere", url: "https://example.org" },
      ],
    });
    await create("injuries", {
      name: "Shin",
      slug: "shin",
      readMore: { label: "Our prices", url: "/prices" },
    });

    expect(await findLinkTargets(req)).toEqual([
      { url: "#how-it-helps", label: "How it helps, in Needles" },
      { url: "#does-it-hurt", label: "Does it hurt?" },
      { url: "/prices", label: "Prices, on the clinic’s site" },
    ]);
  });
});
