/** A fault is told while it is there, with its field, and no longer. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openPublisherFixture, type PublisherFixture, TOPIC } from "../../test/publisherFixture.ts";
import { databaseKinds } from "../../test/testCms.ts";
import { richText } from "../seed/lexical.ts";
import { publishingFaults } from "./faultStore.ts";

describe.each(databaseKinds)("the faults of what is published on %s", (kind) => {
  let fixture: PublisherFixture;
  let faq: string;
  let first: string;
  let second: string;
  let number = 0;

  beforeAll(async () => {
    fixture = await openPublisherFixture(kind);
  });
  afterAll(async () => {
    await fixture?.close();
  });
  /** A broken question on two topics. */
  beforeEach(async () => {
    number++;
    const published = { _status: "published" };
    faq = await fixture.create("faqs", {
      question: "May I run?",
      slug: `run-${number}`,
      answer: richText("Yes."),
      ...published,
    });
    const page = (slug: string) =>
      fixture.create("topics", { title: slug, slug, intro: richText("Words."), faqs: [faq], ...published });
    first = await page(`first-${number}`);
    second = await page(`second-${number}`);
    await fixture.damage("faqs", faq, { slug: `Not A Slug ${number}` });
    await fixture.publisher.flush();
    expect(await told()).toEqual([`faqs/${faq}`]);
  });

  const told = async () =>
    (await publishingFaults(fixture.cms.payload)).map(
      ({ collection, document }) => `${collection}/${document}`,
    );
  const expectNoFaults = async () => {
    await fixture.publisher.flush();
    expect(await told()).toEqual([]);
  };
  const row = (id: string) => ({ collection: "faqs" as const, where: { id: { equals: id } } });
  const mend = () => fixture.save("faqs", faq, { slug: `run-${number}`, _status: "published" });

  it("say the field once, whatever the number of topics and languages", async () => {
    const [fault] = await publishingFaults(fixture.cms.payload);

    expect(fault?.message.match(/"slug"/g)).toHaveLength(1);
    await mend();
    await expectNoFaults();
  });

  it.each([
    ["mended", mend],
    ["unpublished", () => fixture.save("faqs", faq, { _status: "draft" })],
    ["trashed", () => fixture.save("faqs", faq, { deletedAt: new Date().toISOString() })],
    ["deleted", () => fixture.cms.payload.db.deleteOne(row(faq))],
  ])("go when the document is %s", async (_, change) => {
    await change();

    await expectNoFaults();
  });

  it("stay while the document is on one more topic, and go with the last", async () => {
    await fixture.save("topics", first, { faqs: [], _status: "published" });
    await fixture.publisher.flush();
    expect(await told()).toEqual([`faqs/${faq}`]);

    await fixture.save("topics", second, { faqs: [], _status: "published" });
    await expectNoFaults();
  });

  it("go with the topics that showed the document", async () => {
    await fixture.save("topics", first, { _status: "draft" });
    await fixture.save("topics", second, { deletedAt: new Date().toISOString() });

    await expectNoFaults();
  });

  it("go by a reconciliation when they were mended while nobody looked", async () => {
    await fixture.publisher.stop();
    await mend();
    await fixture.save("topics", first, { faqs: [], _status: "published" });
    await fixture.save("topics", second, { faqs: [], _status: "published" });
    await fixture.cms.payload.db.deleteMany({ collection: "outbox", where: {} });
    await fixture.restart();

    await vi.waitFor(async () => expect(await told()).toEqual([]), { timeout: 20_000 });
  });

  it("of the topic itself leave its lists as they are, and the withdrawal in them happens", async () => {
    await mend();
    const { id } = await fixture.find("topics", TOPIC);
    const title = (await fixture.cms.payload.findByID({
      collection: "topics" as never,
      id,
      depth: 0,
      locale: "all" as never,
    })) as unknown as { title: object };
    await fixture.damage("topics", id, { title: { en: "", es: "" } });
    await fixture.change("faqs", "marathon-safety", { _status: "draft" });

    expect(fixture.content(`en/topics/${TOPIC}.json`)).toBeNull();
    expect(fixture.slugs("faqs")).toHaveLength(6);
    expect(fixture.list("benefits")).toHaveLength(10);
    expect(await publishingFaults(fixture.cms.payload)).toMatchObject([
      { collection: "topics", document: String(id), message: expect.stringContaining('"title"') },
    ]);

    await fixture.damage("topics", id, title);
    await fixture.change("faqs", "marathon-safety", { _status: "published" });
    expect(fixture.content(`en/topics/${TOPIC}.json`).title).toBe("Dry Needling for Runners");
    await expectNoFaults();
  });

  it("of a clinic leave the rest of its file as it is", async () => {
    await mend();
    const { id, bookingLinks } = await fixture.find("clinics", "riverside");
    await fixture.damage("clinics", id, { website: "javascript:alert(1)" });
    await fixture.publisher.flush();

    const file = fixture.content("en/clinics/riverside.json");
    expect(file.website).toBeUndefined();
    expect(file.bookingLinks).toHaveLength(bookingLinks.length);
    expect(await publishingFaults(fixture.cms.payload)).toMatchObject([
      { collection: "clinics", message: expect.stringContaining('"website"') },
    ]);
    await fixture.save("clinics", id, { website: "https://clinic.example" });
    await expectNoFaults();
  });
});
