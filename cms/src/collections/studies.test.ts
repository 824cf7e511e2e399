/** What is pasted into a study, from the save to the file that readers get. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Parsed } from "../../test/parsed.ts";
import { openPublisherFixture, type PublisherFixture, TOPIC } from "../../test/publisherFixture.ts";
import { refusals } from "../../test/refusals.ts";
import { databaseKinds } from "../../test/testCms.ts";
import type { Written } from "../../test/written.ts";

describe.each(databaseKinds)("a study on %s", (kind) => {
  let fixture: PublisherFixture;
  let id: string;
  beforeAll(async () => {
    fixture = await openPublisherFixture(kind);
    id = await fixture.create("studies", STUDY);
    const { studies } = await fixture.find("topics", TOPIC);
    await fixture.change("topics", TOPIC, { studies: [...studies, id], _status: "published" });
  });
  afterAll(() => fixture?.close());

  const STUDY: Written<"studies"> = {
    title: "Case study",
    slug: "case-study",
    authors: [{ family: "Example", given: "A" }],
    issued: "2025",
    studyType: "case-report",
    status: "current",
    _status: "published",
  };
  const stored = async (): Promise<Parsed> =>
    fixture.cms.payload.findByID({ collection: "studies", id, depth: 0 });
  const shown = () => fixture.list("studies").find(({ slug }) => slug === "case-study");
  const publish = async (data: object) => {
    await fixture.save("studies", id, { ...data, _status: "published" });
    await fixture.publisher.flush();
  };

  it.each([
    [
      { doi: "doi: https://doi.org/10.1000/example.2025.30" },
      { doi: "10.1000/example.2025.30" },
      "https://doi.org/10.1000/example.2025.30",
    ],
    [
      { doi: "https://doi.org/10.1002/(SICI)1099-0000(199923/24)37:3/4%3C197::AID-EXMP3%3E3.0.CO;2-A" },
      { doi: "10.1002/(SICI)1099-0000(199923/24)37:3/4<197::AID-EXMP3>3.0.CO;2-A" },
      "https://doi.org/10.1002/(SICI)1099-0000(199923/24)37:3/4%3C197::AID-EXMP3%3E3.0.CO;2-A",
    ],
    [
      { doi: null, pmid: "PMID: 39928999." },
      { doi: null, pmid: "39928999" },
      "https://pubmed.ncbi.nlm.nih.gov/39928999/",
    ],
    [
      { pmid: null, pmcid: "https://pmc.ncbi.nlm.nih.gov/articles/PMC12011999/?utm_source=x" },
      { pmid: null, pmcid: "PMC12011999" },
      "https://pmc.ncbi.nlm.nih.gov/articles/PMC12011999/",
    ],
  ])("published with %j is stored as %j and linked as %s", async (pasted, plain, url) => {
    await publish(pasted);

    expect(await stored()).toMatchObject(plain);
    expect(shown()).toMatchObject({ links: [{ url }] });
  });

  it("has its dates in one form", async () => {
    await publish({ issued: "2020 Nov-Dec", epub: "2020 Sep 3" });

    expect(await stored()).toMatchObject({ issued: "2020-11", epub: "2020-09-03" });
    expect(shown()).toMatchObject({ issued: "2020-11" });
  });

  it("has a title without the entities of the record that it was copied from", async () => {
    const title = "Pain &amp; function in runners &lt;40 years";
    const copied = await fixture.create("studies", { ...STUDY, slug: undefined, title });

    expect(await fixture.cms.payload.findByID({ collection: "studies", id: copied })).toMatchObject({
      title: "Pain & function in runners <40 years",
      slug: "pain-function-in-runners-40-years",
    });
  });

  it("keeps in a draft what somebody is typing, and is previewed as it will be", async () => {
    const typed = "https://doi.org/10.1000/example.";
    await fixture.save("studies", id, { doi: typed }, { draft: true });

    expect(await fixture.cms.payload.findByID({ collection: "studies", id, draft: true })).toMatchObject({
      doi: typed,
    });
    await publish({ doi: null });
  });

  it("that was saved before this rule is linked as it should have been", async () => {
    await fixture.damage("studies", id, {
      doi: "https://doi.org/10.1000/example.2024.8.",
      pmcid: null,
      issued: "2024 Mar",
    });
    await fixture.publisher.flush();

    expect(shown()).toMatchObject({
      doi: "10.1000/example.2024.8",
      issued: "2024-03",
      links: [{ kind: "doi", url: "https://doi.org/10.1000/example.2024.8" }],
    });
  });

  it("is refused with a sentence at the field where no identifier can be found", async () => {
    const refused = await refusals(publish({ doi: "10.1000/ex ample", pmid: "12ab", issued: "soon" }));

    const sentence = expect.stringMatching(/\.$/);
    expect(refused.sort()).toEqual([
      ["doi", sentence],
      ["issued", sentence],
      ["pmid", sentence],
    ]);
  });

  it("has each author of a list that was pasted into one field, and names as its style shortens them", async () => {
    await publish({ authors: [{ family: "García Ejemplo, María José; van der Example A" }] });

    expect((await stored()).authors).toMatchObject([
      { family: "García Ejemplo", given: "María José" },
      { family: "van der Example", given: "A" },
    ]);
    expect(JSON.stringify(shown()?.citation)).toContain("García Ejemplo MJ, van der Example A. Case study.");

    const refused = await refusals(publish({ authors: [{ family: "Ana Pérez & Bob Jones" }] }));
    expect(refused).toEqual([["authors.0.family", expect.any(String)]]);
    await publish({ authors: STUDY.authors });
  });

  it.each(["cross-sectional-study", "preprint", "meta-analysis", "laboratory-study", "guideline"])(
    "may be a %s",
    async (studyType) => {
      await publish({ studyType });

      expect(shown()).toMatchObject({ studyType });
    },
  );

  it("says in which language its paper is, on every page", async () => {
    const languages = () =>
      ["en", "es"]
        .map((locale) => fixture.list("studies", locale).find(({ slug }) => slug === "case-study"))
        .map((item) => item?.language);
    await publish({ title: "Case study" });
    expect(languages()).toEqual(["en", "en"]);

    await publish({ language: "ar" });
    expect(languages()).toEqual(["ar", "ar"]);
  });

  it("is told from another of its author and year beside a claim", async () => {
    await publish({ issued: "2025" });
    const other = await fixture.create("studies", { ...STUDY, title: "Another", slug: "another" });
    const { faqs } = await fixture.find("topics", TOPIC);
    const faq = await fixture.cms.payload.findByID({ collection: "faqs", id: faqs[0], depth: 0 });
    await fixture.change("faqs", String(faq.slug), { studies: [other, id], _status: "published" });

    const shownFaq = fixture.list("faqs").find(({ slug }) => slug === faq.slug);

    expect(shownFaq?.studies.map(({ label }: Parsed) => label)).toEqual(["Example, 2025b", "Example, 2025a"]);
  });
});
