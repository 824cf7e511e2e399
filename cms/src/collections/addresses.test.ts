/** The names of items in addresses, from the save to the files that readers get. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPublisherFixture, type PublisherFixture, TOPIC } from "../../test/publisherFixture.ts";
import { saveAsBefore } from "../../test/savedBefore.ts";
import { databaseKinds } from "../../test/testCms.ts";
import { richText } from "../seed/lexical.ts";

describe.each(databaseKinds)("the address of a question on %s", (kind) => {
  let fixture: PublisherFixture;
  beforeAll(async () => {
    fixture = await openPublisherFixture(kind);
  });
  afterAll(() => fixture?.close());

  const ask = async (question: string) => {
    const answer = richText("An answer.") as never;
    const id = await fixture.create("faqs", { question, answer, _status: "published" });
    const { faqs } = await fixture.find("topics", TOPIC);
    await fixture.change("topics", TOPIC, { faqs: [...faqs, id], _status: "published" });
    return id;
  };

  it.each([
    ["Sources?", "sources-2"],
    ["Book", "book-2"],
    ["膝の痛み", "xi-notong-mi"],
    ["☂?", "question"],
  ])("%s is %s", async (question, slug) => {
    await ask(question);

    expect(fixture.list("faqs").at(-1)).toMatchObject({ question, slug });
    expect(fixture.list("faqs").at(-1).anchor).toBeUndefined();
  });

  it("that was the page's before keeps its slug, and gets another name in addresses", async () => {
    const id = await ask("Where from?");
    await saveAsBefore(fixture.cms.payload, "faqs", id, { slug: "sources" });

    await fixture.restart();
    await fixture.save("faqs", id, { question: "Where does it come from?", _status: "published" });
    await fixture.publisher.flush();

    expect(fixture.list("faqs").at(-1)).toMatchObject({ slug: "sources", anchor: "sources-question" });
  });
});
