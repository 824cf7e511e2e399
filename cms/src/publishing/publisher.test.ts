import { LIST_KINDS, type ListKind } from "@clinic-widgets/shared";
import type { CollectionSlug } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPublisherFixture, type PublisherFixture, TOPIC } from "../../test/publisherFixture.ts";
import { databaseKinds } from "../../test/testCms.ts";
import { richText } from "../seed/lexical.ts";
import type { SnapshotStore } from "../store/types.ts";
import { publishingFaults } from "./faultStore.ts";

describe.each(databaseKinds)("the publisher on %s", (kind) => {
  let fixture: PublisherFixture;
  let store: SnapshotStore;
  beforeAll(async () => {
    fixture = await openPublisherFixture(kind);
    store = fixture.store;
  });
  afterAll(async () => {
    await fixture?.close();
  });

  const content = (path: string) => fixture.content(path);
  const list = (name: ListKind, locale?: string) => fixture.list(name, locale);
  const find = (collection: CollectionSlug, slug: string) => fixture.find(collection, slug);
  const change = (collection: CollectionSlug, slug: string, data: object, options?: object) =>
    fixture.change(collection, slug, data, options);

  it("publishes the demo content, complete, in both languages", () => {
    expect(Object.fromEntries(LIST_KINDS.map((each) => [each, list(each).length]))).toEqual({
      benefits: 10,
      injuries: 9,
      timings: 5,
      faqs: 7,
      studies: 3,
    });
    expect(list("faqs", "es")[0]).toMatchObject({
      slug: "what-is-dry-needling",
      question: "¿En qué consiste la punción seca y qué puede hacer por quienes corren?",
    });
    expect(
      [...store.snapshots()].flatMap((each) => JSON.parse(each.body).items ?? []).filter((item) => item.lang),
    ).toEqual([]);
    expect(content(`en/topics/${TOPIC}.json`).body).toHaveLength(15);
    expect(content("en/clinics/riverside.json")).toMatchObject({ emergencyNumber: "911", topics: [TOPIC] });
    expect(content("es/site.json").locales.map((locale: { label: string }) => locale.label)).toEqual([
      "English",
      "Español",
    ]);
  });

  it("names each claim's study with its number and a link that works", () => {
    const finding = list("benefits").find((benefit) => benefit.slug === "pain-and-stiffness").findings[0];

    expect(finding.source).toEqual({
      study: "kuzdzal-2025",
      label: "Kużdżał and colleagues, 2025",
      url: "https://doi.org/10.1007/s40279-025-02175-9",
      number: 1,
    });
  });

  it("gives out no key that the contract does not name", () => {
    const allowed = new Set(
      "version kind locale revision publishedAt topic clinic items views slug lang question answer relatedInjuries relatedLinks studies type children text items label url name study number".split(
        " ",
      ),
    );
    const keys = new Set<string>();
    JSON.stringify(content(`en/topics/${TOPIC}/faqs.json`), (key, value) => {
      if (key && Number.isNaN(Number(key))) keys.add(key);
      return value;
    });

    expect([...keys].filter((key) => !allowed.has(key)).sort()).toEqual(["block", "heading", "id"]);
  });

  it("shows a published change, and no word of a draft", async () => {
    await change("faqs", "how-many-sessions", { answer: richText("Four sessions."), _status: "published" });
    expect(JSON.stringify(list("faqs"))).toContain("Four sessions.");

    await change("faqs", "how-many-sessions", { answer: richText("Secret.") }, { draft: true });
    expect([...store.snapshots()].some((each) => each.body.includes("Secret."))).toBe(false);
  });

  it("keeps the date of content that did not change", async () => {
    const before = content(`en/topics/${TOPIC}/injuries.json`);
    await change("faqs", "marathon-safety", { answer: richText("Yes."), _status: "published" });

    expect(content(`en/topics/${TOPIC}/injuries.json`)).toEqual(before);
  });

  it("withdraws what is unpublished or lies in the trash, and shows it again", async () => {
    const slugs = () => list("faqs").map((faq) => faq.slug);
    const id = await change("faqs", "marathon-safety", { _status: "draft" });
    expect(slugs()).not.toContain("marathon-safety");
    await change("faqs", "marathon-safety", { _status: "published" });
    expect(slugs()[4]).toBe("marathon-safety");

    await change("faqs", "marathon-safety", { deletedAt: new Date().toISOString() });
    expect(slugs()).not.toContain("marathon-safety");
    await fixture.save("faqs", id, { deletedAt: null, _status: "published" });
    await fixture.publisher.flush();
    expect(slugs()).toContain("marathon-safety");
  });

  it("takes a claim away while its study is retracted, and keeps the source, marked", async () => {
    const slugs = () => list("benefits").map((benefit) => benefit.slug);
    await change("studies", "loudon-2024", { status: "retracted", _status: "published" });
    expect(slugs()).not.toContain("recovery-and-fatigue");
    expect(list("studies")[1]).toMatchObject({ slug: "loudon-2024", status: "retracted" });

    await change("studies", "loudon-2024", { status: "current", _status: "published" });
    expect(slugs()).toContain("recovery-and-fatigue");
  });

  it("lets an item fall back as a whole, and says so", async () => {
    await change("faqs", "running-performance", { question: "" }, { locale: "es", draft: true });
    const { id } = await find("faqs", "running-performance");
    // Straight to the row, as a document from before a language was added would be.
    await fixture.damage("faqs", id, { question: { en: "Could dry needling help me run better?", es: "" } });
    await fixture.publisher.flush();

    const item = list("faqs", "es").find((faq) => faq.slug === "running-performance");
    expect(item).toMatchObject({ lang: "en", question: "Could dry needling help me run better?" });
    expect(JSON.stringify(item.answer)).toContain("Studies suggest");
  });

  it("follows a renamed clinic and a topic's new address", async () => {
    await change("clinics", "riverside", { name: "Harbour Clinic" });
    expect(content("es/clinics/riverside.json").name).toBe("Harbour Clinic");

    await change("topics", TOPIC, { slug: "needling", _status: "published" });
    for (const slug of [TOPIC, "needling"])
      expect(content(`en/topics/${slug}.json`).title).toBe("Dry Needling for Runners");
    expect(content("en/clinics/riverside.json").topics).toEqual(["needling"]);
    await change("topics", "needling", { slug: TOPIC, _status: "published" });
    await change("topics", TOPIC, { formerSlugs: [], _status: "published" });
  });

  it("leaves out an item that breaks the contract, tells its fault, and still withdraws the rest", async () => {
    const broken = await find("timings", "before-a-race");
    await fixture.damage("timings", broken.id, { slug: "Not A Slug" });
    await change("timings", "regular-upkeep", { _status: "draft" });

    expect(list("timings").map((timing) => timing.slug)).toEqual([
      "after-hard-training-or-races",
      "during-injury-rehab",
      "personal-plan",
    ]);
    expect(await publishingFaults(fixture.cms.payload)).toMatchObject([
      { collection: "timings", document: String(broken.id), message: expect.stringContaining('"slug"') },
    ]);

    await fixture.save("timings", broken.id, { slug: "before-a-race", _status: "published" });
    await change("timings", "regular-upkeep", { _status: "published" });
    expect(list("timings")).toHaveLength(5);
    expect(await publishingFaults(fixture.cms.payload)).toEqual([]);
  });
});
