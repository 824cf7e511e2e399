/** Publishing a language that is not the default one, up to the files that readers get. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Parsed } from "../../../test/parsed.ts";
import { openPublisherFixture, type PublisherFixture } from "../../../test/publisherFixture.ts";
import { refusals } from "../../../test/refusals.ts";
import { databaseKinds, openTestCms } from "../../../test/testCms.ts";
import { richText } from "../../seed/lexical.ts";

const PUBLISHED = { _status: "published" } as const;
const only = (locale: string) => ({ locale, publishSpecificLocale: locale });

describe.each(databaseKinds)("publishing another language alone on %s", (kind) => {
  let fixture: PublisherFixture;
  let studies: [string, string];
  let number = 0;
  let benefit: string;
  let topic: string;

  beforeAll(async () => {
    fixture = await openPublisherFixture(kind);
    const study = (name: string) =>
      fixture.create("studies", {
        title: `Study ${name}`,
        slug: `study-${name}`,
        authors: [{ family: "Nightingale" }],
        issued: "2025",
        studyType: "case-report",
        status: "current",
        ...PUBLISHED,
      });
    studies = [await study("a"), await study("b")];
  });
  afterAll(async () => {
    await fixture?.close();
  });
  /** A benefit with one finding, public in both languages. */
  beforeEach(async () => {
    number++;
    benefit = await fixture.create("benefits", {
      title: "Less pain",
      slug: `less-pain-${number}`,
      group: "evidence",
      plainEnglish: "It may ease pain.",
      findings: [finding("One report", studies[0])],
      ...PUBLISHED,
    });
    topic = `topic-${number}`;
    await fixture.create("topics", {
      title: topic,
      slug: topic,
      intro: richText("Words."),
      benefits: [benefit],
      ...PUBLISHED,
    });
    const rows = (await draft("es")).findings;
    await publish("es", {
      title: "Menos dolor",
      plainEnglish: "Puede aliviar el dolor.",
      findings: [{ ...rows[0], label: "Un informe", result: richText("Alivió.") }],
    });
    expect(item("es")).toMatchObject({ title: "Menos dolor", findings: [{ label: "Un informe" }] });
    expect((await draft("en"))._status).toBe("published");
  });

  const finding = (label: string, study: string) => ({
    study,
    label,
    result: richText("It eased."),
    design: "case-report",
    directness: "direct",
  });
  const read = async (locale: string, isDraft: boolean): Promise<Parsed> =>
    fixture.cms.payload.findByID({
      collection: "benefits" as "faqs",
      id: benefit,
      draft: isDraft,
      locale: locale as "en",
      fallbackLocale: false,
      depth: 0,
    });
  const draft = (locale: string) => read(locale, true);
  const saveDraft = (data: object, locale = "en") =>
    fixture.save("benefits", benefit, data, { draft: true, locale });
  const publish = async (locale: string, data: object = {}) => {
    await fixture.save("benefits", benefit, { ...data, ...PUBLISHED }, only(locale));
    await fixture.publisher.flush();
  };
  const item = (locale: string) => {
    const items: Parsed[] = fixture.content(`${locale}/topics/${topic}/benefits.json`)?.items ?? [];
    return items.find(({ slug }) => slug === `less-pain-${number}`);
  };
  const labels = (doc: Parsed) => doc.findings.map(({ label }: { label?: string }) => label ?? null);

  it("leaves a row that is new in the draft to the default language", async () => {
    const [row] = (await draft("en")).findings;
    await saveDraft({ title: "Half done", findings: [finding("A second report", studies[1]), row] });
    const before = item("en");
    const spanish = (await draft("es")).findings;
    spanish[0] = { ...spanish[0], label: "Otro informe", result: richText("También alivió.") };

    await publish("es", { title: "Mucho menos dolor", findings: spanish });

    expect(item("en")).toEqual(before);
    expect(item("es")).toMatchObject({ title: "Mucho menos dolor", findings: [{ label: "Un informe" }] });
    expect(item("es").lang).toBeUndefined();
    expect(await draft("en")).toMatchObject({ _status: "draft", title: "Half done" });
    expect([labels(await draft("en")), labels(await draft("es"))]).toEqual([
      ["A second report", "One report"],
      ["Otro informe", "Un informe"],
    ]);

    await publish("en");
    expect(item("en").title).toBe("Half done");
    expect(labels(item("en"))).toEqual(["A second report", "One report"]);
    await publish("es");
    expect(labels(item("es"))).toEqual(["Otro informe", "Un informe"]);
    expect((await draft("en"))._status).toBe("published");
  });

  it("leaves what all languages share to the default language, drafted before or sent along", async () => {
    const [row] = (await draft("en")).findings;
    await saveDraft({ findings: [{ ...row, study: studies[1], participants: 12 }] });
    const before = item("en");

    await publish("es", { title: "Mucho menos dolor", group: "overview", slug: `other-slug-${number}` });

    expect(item("en")).toEqual(before);
    expect(item("es")).toMatchObject({ title: "Mucho menos dolor", findings: [{ study: "study-a" }] });
    expect(await draft("en")).toMatchObject({
      group: "overview",
      slug: `other-slug-${number}`,
      findings: [{ study: studies[1], participants: 12, label: "One report" }],
    });

    await saveDraft({ group: "evidence", slug: `less-pain-${number}` });
    await publish("en");
    expect(item("en").findings).toMatchObject([{ study: "study-b", participants: 12, label: "One report" }]);
    expect(item("es").findings).toMatchObject([{ study: "study-b", participants: 12, label: "Un informe" }]);
  });

  it("keeps a row in public that the draft has no more", async () => {
    await saveDraft({ group: "overview", findings: [] });

    await publish("es", { title: "Mucho menos dolor" });

    expect(labels(item("es"))).toEqual(["Un informe"]);
    expect(await draft("es")).toMatchObject({ _status: "draft", findings: [], title: "Mucho menos dolor" });
  });

  it("does not mind what the draft still lacks", async () => {
    await saveDraft({ title: "", plainEnglish: "", findings: [{ label: "Begun" }] });

    await publish("es", { title: "Mucho menos dolor" });

    expect(item("es").title).toBe("Mucho menos dolor");
    expect(item("en").title).toBe("Less pain");
    expect(await draft("en")).toMatchObject({ title: "", findings: [{ label: "Begun" }] });
  });

  it("answers with the draft while one is left, so that no form overwrites it", async () => {
    const answer = async (title: string): Promise<Parsed> =>
      fixture.cms.payload.update({
        collection: "benefits" as "faqs",
        id: benefit,
        data: { title, ...PUBLISHED } as object,
        ...(only("es") as { locale: "es" }),
      });
    expect(await answer("Poco dolor")).toMatchObject({ _status: "published", title: "Poco dolor" });
    const [row] = (await draft("en")).findings;
    await saveDraft({ findings: [row, finding("A second report", studies[1])] });

    const { _status, title, findings } = await answer("Nada de dolor");

    expect([_status, title, findings.length]).toEqual(["draft", "Nada de dolor", 2]);
  });

  it("is refused where a public row lacks its text, at the row in the form", async () => {
    const [row] = (await draft("en")).findings;
    await publish("en", { findings: [row, finding("A second report", studies[1])] });
    const rows = (await draft("en")).findings;
    await saveDraft({ findings: [finding("A third report", studies[1]), ...rows] });

    expect(await refusals(publish("es", { title: "Nada de dolor" }))).toEqual([
      ["findings.2.label", "“In one line” is not written in Español yet. Fill it in; then publish."],
      ["findings.2.result", expect.stringContaining("“Result” is not written in Español yet.")],
    ]);
    expect((await draft("es")).title).toBe("Menos dolor");

    await saveDraft({ findings: [row] });
    const told = await refusals(publish("es", { title: "Nada de dolor" }));
    expect(told?.[0]).toEqual(["_status", expect.stringContaining("Publish English first")]);
    await publish("en");
    await publish("es", { title: "Nada de dolor" });
    expect(item("es").title).toBe("Nada de dolor");
  });

  it("is refused while the document is not public, and in the trash", async () => {
    const sentence = ["_status", expect.stringContaining("English has not been published yet.")];
    await fixture.save("benefits", benefit, { _status: "draft" });
    expect(await refusals(publish("es", { title: "Nada" }))).toEqual([sentence]);

    await fixture.save("benefits", benefit, PUBLISHED);
    await fixture.save("benefits", benefit, { deletedAt: new Date().toISOString() });
    expect(await refusals(publish("es", { deletedAt: null }))).toEqual([sentence]);
  });

  it("does the same for many documents at once", async () => {
    const [row] = (await draft("en")).findings;
    await saveDraft({ findings: [row, finding("A second report", studies[1])] });

    await fixture.cms.payload.update({
      collection: "benefits" as "faqs",
      where: { id: { equals: benefit } },
      data: { title: "Mucho menos dolor", ...PUBLISHED } as object,
      ...(only("es") as { locale: "es" }),
    });
    await fixture.publisher.flush();

    expect([item("en").title, item("es").title]).toEqual(["Less pain", "Mucho menos dolor"]);
    expect(labels(item("en"))).toEqual(["One report"]);
    expect(labels(await draft("en"))).toEqual(["One report", "A second report"]);
  });
});

it.each(databaseKinds)(
  "goes the other way round on %s where Spanish is the default language",
  async (kind) => {
    const { payload, close } = await openTestCms(kind, undefined, ["es", "en"]);
    try {
      const faqs = { collection: "faqs" as const, depth: 0 };
      const link = (label: string, url: string) => ({ label, slug: "more", url });
      const { id } = await payload.create({
        ...faqs,
        locale: "es",
        data: {
          question: "¿Duele?",
          slug: "duele",
          answer: richText("Poco."),
          relatedLinks: [link("Más", "/a")],
          ...PUBLISHED,
        } as never,
      });
      const publish = async (locale: "en" | "es", data: object) => {
        await payload.update({ ...faqs, id, data: { ...data, ...PUBLISHED }, ...only(locale) });
        return (await payload.findByID({ ...faqs, id, locale: "all" as "en" })) as unknown as {
          question: Record<string, string>;
          relatedLinks: { id: string; url: string }[];
        };
      };
      const read = () => payload.findByID({ ...faqs, id, locale: "es" });
      const [row] = (await read()).relatedLinks ?? [];

      const english = await publish("en", {
        question: "Does it hurt?",
        answer: richText("A little."),
        relatedLinks: [{ ...row, ...link("More", "/b") }],
      });
      expect([english.question, english.relatedLinks[0]?.url]).toEqual([
        { es: "¿Duele?", en: "Does it hurt?" },
        "/a",
      ]);

      const spanish = await publish("es", { question: "¿Duele mucho?" });
      expect([spanish.question, spanish.relatedLinks[0]?.url]).toEqual([
        { es: "¿Duele mucho?", en: "Does it hurt?" },
        "/b",
      ]);
    } finally {
      await close();
    }
  },
);
