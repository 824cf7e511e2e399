/** What is pasted into texts, from the save to the files that readers get. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Parsed } from "../../test/parsed.ts";
import { openPublisherFixture, type PublisherFixture, TOPIC } from "../../test/publisherFixture.ts";
import { databaseKinds } from "../../test/testCms.ts";

describe.each(databaseKinds)("what is pasted on %s", (kind) => {
  let fixture: PublisherFixture;
  beforeAll(async () => {
    fixture = await openPublisherFixture(kind);
  });
  afterAll(() => fixture?.close());

  /** What is decoded once, however often it is saved. */
  const PASTED = "Pain &amp; function, &lt;40 years, 10<sup>5</sup>, VO<sub>2</sub>, &amp;lt;";
  const MEANT = "Pain & function, <40 years, 10⁵, VO₂, &lt;";
  const RAISED = '10"},{"type":"superscript","children":[{"type":"text","text":"5"}]}';
  const saveAgain = async (collection: "faqs" | "injuries" | "studies" | "benefits", slug: string) => {
    const { id, updatedAt: _, createdAt: __, ...data } = await fixture.find(collection, slug);
    await fixture.change(collection, slug, { ...data, _status: "published" });
    await fixture.change(collection, slug, { _status: "published" });
  };

  it("into the title, the journal and an author of a study means the same, once", async () => {
    const id = await fixture.create("studies", {
      title: PASTED,
      containerTitle: "Pain &amp; Function",
      authors: [{ family: "O&#39;Example" }],
      issued: "2025",
      studyType: "case-report",
      status: "current",
      _status: "published",
    });
    const { studies } = await fixture.find("topics", TOPIC);
    await fixture.change("topics", TOPIC, { studies: [...studies, id], _status: "published" });
    const { slug } = await fixture.cms.payload.findByID({ collection: "studies", id, depth: 0 });
    await saveAgain("studies", String(slug));

    const shown = fixture.list("studies").find((study) => study.slug === slug);
    expect(slug).toBe("pain-function-40-years-10-5-vo2");
    expect(shown).toMatchObject({
      title: MEANT,
      containerTitle: "Pain & Function",
      authors: [{ family: "O'Example" }],
    });
    expect(JSON.stringify(shown.citation)).toContain(RAISED);
  });

  it("into a study before figures were raised is still raised", async () => {
    const { slug } = fixture.list("studies")[0];
    const { id } = await fixture.find("studies", slug);
    await fixture.damage("studies", id, { title: "Counts of 10<sup>5</sup> cells" });

    await fixture.restart();

    const [shown] = fixture.list("studies");
    expect(shown.title).toBe("Counts of 10⁵ cells");
    expect(JSON.stringify(shown.citation)).toContain(RAISED);
  });

  it("into a question, its answer and its links means the same, once", async () => {
    const { slug } = fixture.list("faqs")[0];
    const text = (words: string, format = 0) => ({ type: "text", version: 1, text: words, format });
    const answer = {
      root: {
        type: "root",
        version: 1,
        children: [
          {
            type: "paragraph",
            version: 1,
            children: [text(PASTED), text("10"), text("5", 64), text("2", 32)],
          },
        ],
      },
    };
    await fixture.change("faqs", slug, {
      question: PASTED,
      answer: answer as never,
      relatedLinks: [{ label: "R&amp;D", url: "/a", slug: "r-d" }],
      _status: "published",
    });
    await saveAgain("faqs", slug);

    const [shown] = fixture.list("faqs");
    expect(shown).toMatchObject({ question: MEANT, relatedLinks: [{ label: "R&D" }] });
    expect(shown.answer[0].children).toEqual([
      { type: "text", text: MEANT },
      { type: "text", text: "10" },
      { type: "superscript", children: [{ type: "text", text: "5" }] },
      { type: "subscript", children: [{ type: "text", text: "2" }] },
    ]);
  });

  it("with lines into a text area keeps its lines; a text of one line has none", async () => {
    const { slug } = fixture.list("injuries")[0];
    await fixture.change("injuries", slug, {
      name: "Line one\nline two",
      alsoKnownAs: ["R&amp;D", "&amp;lt;"],
      summary: "Line one\r\nLine two\n\n- a\n- b",
      _status: "published",
    });
    await saveAgain("injuries", slug);

    expect(fixture.list("injuries").find((injury) => injury.slug === slug)).toMatchObject({
      name: "Line one line two",
      alsoKnownAs: ["R&D", "&lt;"],
      summary: "Line one\nLine two\n\n- a\n- b",
    });
  });

  it("is not decoded a second time in a copy", async () => {
    const { id } = await fixture.find("faqs", fixture.list("faqs")[0].slug);

    const copy: Parsed = await fixture.cms.payload.duplicate({ collection: "faqs", id });

    expect(copy.question).toContain("&lt;");
  });
});
