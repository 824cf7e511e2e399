/** What readers see, and what they never see: claims without evidence, drafts, what is named twice, old addresses. */
import { ELEMENT_NAMES } from "@clinic-widgets/shared";
import * as renderer from "@clinic-widgets/widgets/server";
import type { CollectionSlug } from "payload";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Parsed } from "../../test/parsed.ts";
import { openPublisherFixture, type PublisherFixture, TOPIC } from "../../test/publisherFixture.ts";
import { saveAsBefore } from "../../test/savedBefore.ts";
import { databaseKinds } from "../../test/testCms.ts";
import { compileUnit } from "../compile/compiler.ts";
import { databaseOf } from "../database/index.ts";
import { createHtml } from "../delivery/html.ts";
import { richText } from "../seed/lexical.ts";

const PUBLISHED = { _status: "published" };

describe.each(databaseKinds)("what readers see on %s", (kind) => {
  let fixture: PublisherFixture;
  let topic: Parsed;
  let number = 0;

  let html: ReturnType<typeof createHtml>;

  beforeAll(async () => {
    fixture = await openPublisherFixture(kind);
    topic = await fixture.find("topics", TOPIC);
    html = createHtml({
      store: fixture.store,
      renderer,
      publicUrl: "https://cms.example",
      locales: ["en", "es"],
    });
  });
  afterAll(async () => {
    await fixture?.close();
  });

  /** Where `words` are public. */
  const filesWith = (words: string) =>
    [...fixture.store.snapshots()].filter(({ body }) => body.includes(words)).map(({ path }) => path);
  const pagesWith = (words: string) => drawn().filter((page) => page.includes(words)).length;
  /** Every element of a topic as the server draws it, alone and as a whole page; "404" where there is none. */
  const drawn = (slug = TOPIC, clinic = "riverside"): string[] =>
    ["en", "es"].flatMap((locale) =>
      ["html", "frame"].flatMap((root) =>
        ELEMENT_NAMES.map((element) => {
          const file = html(`${root}/${locale}/${clinic}/${slug}/${element}.html`, new URLSearchParams());
          return "status" in file ? String(file.status) : file.identity.toString();
        }),
      ),
    );
  const publish = async (collection: CollectionSlug, id: string, data: object = {}, options: object = {}) => {
    await fixture.save(collection, id, { ...data, ...PUBLISHED }, options);
    await fixture.publisher.flush();
  };
  const name = (what: string) => `${what}-${++number}`;
  const createStudy = (more: object = PUBLISHED) =>
    fixture.create("studies", {
      title: `A study called ${name("study")}`,
      slug: `study-${number}`,
      authors: [{ family: "Nightingale" }],
      issued: "2025",
      studyType: "case-report",
      status: "current",
      ...more,
    });
  const createBenefit = (study: string, more: object = PUBLISHED) =>
    fixture.create("benefits", {
      title: "Less pain",
      slug: name("benefit"),
      group: "evidence",
      plainEnglish: "It may ease pain.",
      findings: [finding(study)],
      ...more,
    });
  const finding = (study: string) => ({
    study,
    label: "One report",
    result: richText("It eased."),
    design: "case-report",
    directness: "direct",
  });
  const createFaq = (more: object = {}) =>
    fixture.create("faqs", {
      question: "May I run?",
      slug: name("faq"),
      answer: richText("Yes."),
      ...PUBLISHED,
      ...more,
    });
  const createTopic = (more: object) =>
    fixture.create("topics", {
      title: "Needles",
      slug: name("topic"),
      intro: richText("Words."),
      ...PUBLISHED,
      ...more,
    });
  const file = async (id: string, list?: string, locale = "en") => {
    const { slug } = (await fixture.cms.payload.findByID({
      collection: "topics" as never,
      id,
      depth: 0,
    })) as Parsed;
    return fixture.content(`${locale}/topics/${slug}${list ? `/${list}` : ""}.json`);
  };

  describe("of a claim that rests on one study", () => {
    let study: string;
    let page: string;

    /** A topic where everything that can name a study names it. */
    const claim = async () => {
      study = await createStudy();
      const timing = await fixture.create("timings", {
        timing: "Before",
        slug: name("timing"),
        purpose: "To ease.",
        benefits: "It may ease.",
        studies: [study],
        ...PUBLISHED,
      });
      page = await createTopic({
        benefits: [await createBenefit(study)],
        faqs: [await createFaq({ studies: [study] })],
        timings: [timing],
        keyPoints: { heading: "In short", items: [{ text: "It may ease pain.", studies: [study] }] },
      });
      await fixture.publisher.flush();
    };
    const shown = async () => ({
      benefits: (await file(page, "benefits")).items.length,
      pointers: [
        (await file(page, "faqs")).items[0].studies.length,
        (await file(page, "timings")).items[0].studies.length,
        (await file(page)).keyPoints.items[0].studies.length,
      ],
      studies: (await file(page, "studies")).items.map((item: { status: string }) => item.status),
    });
    const ALL = { benefits: 1, pointers: [1, 1, 1], studies: ["current"] };
    const NONE = { benefits: 0, pointers: [0, 0, 0], studies: [] };

    it.each([
      ["corrected", { ...ALL, studies: ["corrected"] }],
      ["concern", { ...ALL, studies: ["concern"] }],
      ["retracted", { ...NONE, studies: ["retracted"] }],
    ])("when the study is %s", async (status, expected) => {
      await claim();
      expect(await shown()).toEqual(ALL);

      await publish("studies", study, { status });
      expect(await shown()).toEqual(expected);

      await publish("studies", study, { status: "current" });
      expect(await shown()).toEqual(ALL);
    });

    it("when another record of the same paper, which was saved before there could be only one, is retracted", async () => {
      await claim();
      const [first, bridge] = [await createStudy(), await createStudy()];
      await saveAsBefore(fixture.cms.payload, "studies", study, { doi: "https://doi.org/10.1000/Example.1" });
      await saveAsBefore(fixture.cms.payload, "studies", bridge, { doi: "10.1000/example.1", pmid: "4711" });
      await saveAsBefore(fixture.cms.payload, "studies", first, { pmid: "PMID: 4711" });
      await publish("topics", page);
      expect(await shown()).toEqual(ALL);

      await publish("studies", first, { status: "retracted" });
      expect(await shown()).toEqual({ ...NONE, studies: ["retracted"] });

      await publish("studies", first, { status: "current" });
      expect(await shown()).toEqual(ALL);

      await publish("studies", first, { status: "retracted", pmid: "4712" });
      expect(await shown()).toEqual(ALL);
    });

    it.each([
      ["unpublished", () => fixture.save("studies", study, { _status: "draft" })],
      ["in the trash", () => fixture.save("studies", study, { deletedAt: new Date().toISOString() })],
      [
        "deleted for ever",
        () => fixture.cms.payload.db.deleteOne({ collection: "studies", where: { id: { equals: study } } }),
      ],
    ])("when the study is %s", async (_, withdraw) => {
      await claim();
      const { title } = (await fixture.cms.payload.findByID({
        collection: "studies" as never,
        id: study,
        depth: 0,
      })) as Parsed;
      expect(filesWith(title)).not.toEqual([]);

      await withdraw();
      await fixture.publisher.flush();

      expect(await shown()).toEqual(NONE);
      expect(filesWith(title)).toEqual([]);
    });

    it("on the pages that the server draws", async () => {
      const { title } = await fixture.find("benefits", "recovery-and-fatigue");
      expect(pagesWith(title)).toBeGreaterThan(0);

      await fixture.change("studies", "loudon-2024", { status: "retracted", ...PUBLISHED });
      expect(pagesWith(title)).toBe(0);

      await fixture.change("studies", "loudon-2024", { status: "current", ...PUBLISHED });
      expect(pagesWith(title)).toBeGreaterThan(0);
    });

    it("when another study that stands supports it too", async () => {
      await claim();
      const other = await createStudy();
      const benefit = await createBenefit(study, {
        ...PUBLISHED,
        findings: [finding(study), finding(other)],
      });
      await publish("topics", page, { benefits: [benefit] });

      await publish("studies", study, { status: "retracted" });

      expect((await file(page, "benefits")).items[0].findings).toMatchObject([{ source: { number: 2 } }]);
    });
  });

  describe("of a draft", () => {
    const SECRET = "Nobody may read this yet";

    const noWord = async () => {
      await fixture.publisher.flush();
      expect(filesWith(SECRET)).toEqual([]);
      expect(pagesWith(SECRET)).toBe(0);
    };

    it("is nothing, at any level of a published topic", async () => {
      const draft = { _status: "draft" };
      const study = await createStudy({ title: SECRET, ...draft });
      const injury = await fixture.create("injuries", {
        name: SECRET,
        slug: name("injury"),
        description: richText(SECRET),
        ...draft,
      });
      const published = await createStudy();
      await publish("topics", topic.id, {
        benefits: [
          await createBenefit(published, { title: SECRET, ...draft }),
          await createBenefit(study, { plainEnglish: `Rests on ${SECRET}`, ...PUBLISHED }),
        ],
        faqs: [
          await createFaq({ question: SECRET, ...draft }),
          await createFaq({ relatedInjuries: [injury], studies: [study] }),
        ],
        injuries: [injury],
        studies: [study],
      });
      await createTopic({
        keyPoints: { heading: "In short", items: [{ text: "A point.", studies: [study] }] },
      });

      await noWord();
      expect(drawn()[0]).toContain("May I run?");
      const { benefits, faqs, injuries, studies } = topic;
      await publish("topics", topic.id, { benefits, faqs, injuries, studies });
    });

    it.each(["topics", "benefits", "injuries", "timings", "faqs", "studies"] as const)(
      "of published %s is nothing, in either language",
      async (collection) => {
        const { docs } = await fixture.cms.payload.find({
          collection,
          sort: "createdAt",
          limit: 1,
          depth: 0,
          locale: "all",
        });
        const doc = docs[0] as Parsed;
        const prose = { topics: "intro", benefits: "body", injuries: "description", faqs: "answer" };
        const words = { timings: "purpose", studies: "plainSummary" };
        const field = { ...prose, ...words }[collection] as string;
        const value = collection in prose ? richText(SECRET) : SECRET;
        const [structure] = (await fixture.cms.payload.find({ collection: "structures", limit: 1 }))
          .docs as Parsed[];

        for (const locale of ["en", "es"])
          await fixture.save(collection, doc.id, { [field]: value }, { draft: true, locale });
        await noWord();

        // A change to something else compiles the topic again, and a reconciliation everything.
        await fixture.save("structures", structure.id, { name: `${structure.name}, renamed` });
        await noWord();
        await fixture.restart();
        await noWord();

        await fixture.save("structures", structure.id, { name: structure.name });
        for (const locale of ["en", "es"])
          await publish(collection, doc.id, { [field]: doc[field]?.[locale] ?? null }, { locale });
      },
    );

    it("of one language is nothing when the other is published", async () => {
      const faq = await createFaq();
      await publish("topics", topic.id, { faqs: [...topic.faqs, faq] });
      await fixture.save(
        "faqs",
        faq,
        { question: SECRET, answer: richText(SECRET) },
        { draft: true, locale: "es" },
      );

      await publish("faqs", faq, { question: "May I walk?" }, { publishSpecificLocale: "en", locale: "en" });

      expect(filesWith("May I walk?")).not.toEqual([]);
      expect(pagesWith("May I walk?")).toBeGreaterThan(0);
      await noWord();
      await publish("topics", topic.id, { faqs: topic.faqs });
    });

    it("of a topic is nothing where a clinic names it", async () => {
      const page = await createTopic({ title: SECRET, slug: "a-secret-page", _status: "draft" });
      const { id, topics } = await fixture.find("clinics", "riverside");
      await fixture.save("clinics", id, { topics: [...topics, page] });
      await fixture.publisher.flush();

      expect(filesWith("a-secret-page")).toEqual([]);
      await publish("topics", page, { title: "No secret" });
      expect(fixture.content("en/clinics/riverside.json").topics).toEqual([TOPIC, "a-secret-page"]);
      await fixture.save("clinics", id, { topics });
    });
  });

  describe("of a document", () => {
    it("is one item, also when a relation names it twice", async () => {
      const [study, faq] = [await createStudy(), await createFaq()];
      const page = await createTopic({ faqs: [faq], studies: [study] });
      await fixture.damage("topics", page, { faqs: [faq, faq], studies: [study, study] });
      await fixture.publisher.flush();

      expect((await file(page, "faqs")).items).toHaveLength(1);
      expect((await file(page, "studies")).items).toHaveLength(1);
    });

    it("is at its new address and at the old one when its slug changes, a clinic's too, until they are released", async () => {
      const { id } = await fixture.find("clinics", "riverside");
      await fixture.change("clinics", "riverside", { slug: "harbour" });
      expect(fixture.content("en/clinics/riverside.json").clinic).toBe("harbour");
      expect(fixture.content("es/clinics/harbour.json").topics).toEqual([TOPIC]);
      for (const clinic of ["riverside", "harbour"]) expect(drawn(TOPIC, clinic)).not.toContain("404");

      await publish("topics", topic.id, { slug: "needling" });
      const addresses = () => [...fixture.store.snapshots()].map(({ path }) => path);
      const of = (slug: string) => addresses().filter((path) => path.includes(`/topics/${slug}`));
      expect([of(TOPIC).length, of("needling").length]).toEqual([12, 12]);
      expect(fixture.content("es/clinics/harbour.json").topics).toEqual(["needling"]);
      for (const slug of [TOPIC, "needling"]) expect(drawn(slug, "harbour")).not.toContain("404");

      await publish("topics", topic.id, { formerSlugs: [] });
      await fixture.save("clinics", id, { formerSlugs: [] });
      await fixture.publisher.flush();
      expect([of(TOPIC).length, of("needling").length]).toEqual([0, 12]);
      expect(fixture.content("en/clinics/riverside.json")).toBeNull();
      for (const [slug, clinic] of [
        [TOPIC, "harbour"],
        ["needling", "riverside"],
      ] as const)
        expect(new Set(drawn(slug, clinic))).toEqual(new Set(["404"]));

      await publish("topics", topic.id, { slug: TOPIC });
      await fixture.save("clinics", id, { slug: "riverside" });
      await publish("topics", topic.id, { formerSlugs: [] });
      await fixture.save("clinics", id, { formerSlugs: [] });
      await fixture.publisher.flush();
    });

    it("is in every configured language, and in none that is configured no more", async () => {
      const paths = (locale: string) =>
        [...fixture.store.snapshots()].filter(({ path }) => path.startsWith(`content/${locale}/`)).length;
      const before = paths("en");

      await fixture.restart({ env: { locales: ["en", "es", "fr"] } });
      expect([paths("en"), paths("es"), paths("fr")]).toEqual([before, before, before]);
      const { items, views } = fixture.content(`fr/topics/${TOPIC}/injuries.json`);
      const inEnglish = { lang: "en" };
      expect([items[0], items[0].structures[0], views[0]]).toMatchObject([inEnglish, inEnglish, inEnglish]);

      await fixture.restart({ env: { locales: ["en", "fr"] } });
      expect([paths("en"), paths("es"), paths("fr")]).toEqual([before, 0, before]);
      await fixture.restart();
      expect([paths("es"), paths("fr")]).toEqual([before, 0]);
    });

    it("is as saved last, also when the save comes in the midst of a compilation", async () => {
      const faq = await createFaq({ question: "Before?" });
      const page = await createTopic({ faqs: [faq] });
      let saved: Promise<void> | undefined;
      await fixture.restart({
        reconciles: false,
        // What was read is old by now; it is written all the same, and then mended.
        onStep: async (step, unit) => {
          if (step !== "compiled" || unit !== `topics/${page}`) return;
          saved ??= fixture.save("faqs", faq, { question: "After?", ...PUBLISHED });
          await saved;
        },
      });
      await publish("topics", page, { title: "Read while others write" });
      await fixture.publisher.flush();

      expect((await file(page, "faqs")).items[0].question).toBe("After?");
      await fixture.restart();
    });
  });

  it("is read with nine questions to the database, however much stands on the topic", async () => {
    await fixture.publisher.stop();
    const database = databaseOf(fixture.cms.payload);
    const finds = [vi.spyOn(database, "find"), vi.spyOn(database, "findGlobal")];

    await compileUnit(`topics/${topic.id}`, { payload: fixture.cms.payload, locales: ["en", "es"] });

    const asked = finds.reduce((sum, find) => sum + find.mock.calls.length, 0);
    for (const find of finds) find.mockRestore();
    await fixture.restart();
    expect(asked).toBeLessThanOrEqual(9);
  });

  describe("of an emergency", () => {
    const emergencyIn = async (country: string | null) => {
      const { id, address } = await fixture.find("clinics", "riverside");
      await fixture.save("clinics", id, { address: { ...address, country } });
      await fixture.publisher.flush();
      return fixture.content("es/clinics/riverside.json").emergencyNumber;
    };

    it("is the number of the clinic's country, and none where it is not known", async () => {
      expect(await emergencyIn("ES")).toBe("112");
      expect(pagesWith('href="tel:112">112<')).toBeGreaterThan(0);
      expect(await emergencyIn("US")).toBe("911");
      expect(await emergencyIn("JP")).toBeUndefined();
      expect(pagesWith('href="tel:112">112<')).toBe(0);
      expect(pagesWith("your local emergency number")).toBeGreaterThan(0);
      expect(pagesWith("número de emergencias de su localidad")).toBeGreaterThan(0);
      expect(await emergencyIn(null)).toBeUndefined();
    });

    it("is never without a disclaimer, whichever language the clinic wrote its own in", async () => {
      const { id } = await fixture.find("clinics", "riverside");
      await fixture.save("clinics", id, { disclaimer: richText("Solo en español.") }, { locale: "es" });
      await fixture.publisher.flush();

      expect(JSON.stringify(fixture.content("es/clinics/riverside.json").disclaimer)).toContain("Solo en");
      expect(JSON.stringify(fixture.content("en/clinics/riverside.json").disclaimer)).toContain(
        "Nothing you read here is medical advice",
      );
    });
  });
});
