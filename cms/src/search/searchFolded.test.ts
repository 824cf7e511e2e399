/** Case F29: what editors type is found, whatever its accents and apostrophes, on both databases. */
import type { TypedUser, Where } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createDraft,
  databaseKinds,
  EDITOR,
  openTestCms,
  requestAs,
  type TestCms,
} from "../../test/testCms.ts";
import { richText } from "../seed/lexical.ts";

const MANAGER = { id: "manager", collection: "users", role: "clinic-manager" } as unknown as TypedUser;

describe.each(databaseKinds)("a search, on %s", (kind) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    const publish = (collection: string, data: object) =>
      cms.payload.create({ collection, data, locale: "en" } as never);
    await createDraft(cms, "injuries", { name: "Runner’s knee", slug: "runners-knee" });
    await createDraft(cms, "injuries", { name: "Shin splints", slug: "shin-splints" });
    const acid = await createDraft(cms, "faqs", {
      question: "Lactic acid?",
      slug: "lactic",
      answer: richText("No accents."),
    });
    await cms.payload.update({
      collection: "faqs",
      id: acid,
      data: { question: "¿Ácido láctico?", answer: richText("Los músculos se cansan.") },
      locale: "es",
      draft: true,
    } as never);
    await publish("faqs", {
      question: "A public one?",
      slug: "public",
      answer: richText("Patients’ words."),
      _status: "published",
    });
  });
  afterAll(async () => {
    await cms?.close();
  });

  const find = async (collection: string, where: Where, locale = "en", user: TypedUser = EDITOR) => {
    const asked = { collection, where, locale, draft: true, overrideAccess: false, user };
    const { docs, totalDocs } = await cms.payload.find({
      ...asked,
      req: requestAs(cms.payload, user),
    } as never);
    expect(totalDocs).toBe(docs.length);
    return (docs as unknown as { slug: string }[]).map(({ slug }) => slug);
  };

  it.each<[string, string, Where, string, string[]]>([
    ["a straight apostrophe", "injuries", { name: { like: "runner's" } }, "en", ["runners-knee"]],
    ["another order of words", "injuries", { name: { like: "KNEE runner" } }, "en", ["runners-knee"]],
    ["a phrase", "injuries", { name: { contains: "runner's kn" } }, "en", ["runners-knee"]],
    ["a phrase that is not there", "injuries", { name: { contains: "knee runner" } }, "en", []],
    ["a letter with an accent", "faqs", { question: { like: "ácido" } }, "es", ["lactic"]],
    ["one without", "faqs", { question: { like: "acido lactico" } }, "es", ["lactic"]],
    [
      "the answer",
      "faqs",
      { or: [{ question: { like: "musculos" } }, { answer: { like: "musculos" } }] },
      "es",
      ["lactic"],
    ],
    [
      "with another condition beside it",
      "faqs",
      { and: [{ answer: { like: "accents" } }, { slug: { not_equals: "lactic" } }] },
      "en",
      [],
    ],
    ["a wildcard of a database as it is", "injuries", { name: { like: "runner_s" } }, "en", []],
  ])("finds %s", async (_, collection, where, locale, slugs) => {
    expect(await find(collection, where, locale)).toEqual(slugs);
  });

  it("tells nobody what they may not read", async () => {
    expect(await find("faqs", { answer: { like: "patients" } }, "en")).toEqual(["public"]);
    expect(await find("faqs", { question: { like: "públic" } }, "en", MANAGER)).toEqual(["public"]);
    expect(await find("faqs", { question: { like: "acid" } }, "en", MANAGER)).toEqual([]);
    expect(await find("faqs", { answer: { like: "patients" } }, "en", MANAGER).catch(() => [])).toEqual([]);
  });

  it("counts, changes and deletes what it finds", async () => {
    const where = { name: { like: "runner's" } };

    expect((await cms.payload.count({ collection: "injuries", where })).totalDocs).toBe(1);
    const { docs } = await cms.payload.update({
      collection: "injuries",
      where,
      data: { slug: "runners-knees" },
      draft: true,
    } as never);
    expect(docs).toHaveLength(1);
    await cms.payload.delete({ collection: "injuries", where } as never);
    expect((await cms.payload.count({ collection: "injuries" })).totalDocs).toBe(1);
  });
});
