/** A slug that changes after it was public keeps leading to its document, until an editor releases it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Parsed } from "../../test/parsed.ts";
import { openPublisherFixture, type PublisherFixture, TOPIC } from "../../test/publisherFixture.ts";
import { refusals } from "../../test/refusals.ts";
import { databaseKinds } from "../../test/testCms.ts";

const CLINIC = "riverside";

describe.each(databaseKinds)("a slug that changes on %s", (kind) => {
  let fixture: PublisherFixture;
  let topic: string;
  let clinic: string;
  beforeAll(async () => {
    fixture = await openPublisherFixture(kind);
    topic = (await fixture.find("topics", TOPIC)).id;
    clinic = (await fixture.find("clinics", CLINIC)).id;
  });
  afterAll(() => fixture?.close());

  const save = async (collection: "topics" | "clinics", data: object, more?: object) => {
    await fixture.save(collection, collection === "topics" ? topic : clinic, data, more);
    await fixture.publisher.flush();
  };
  const stored = async (): Promise<Parsed> =>
    fixture.cms.payload.findByID({ collection: "topics", id: topic, depth: 0 });
  /** The title that readers get under an address. */
  const at = (slug: string, locale = "en"): string => {
    const file = fixture.content(`${locale}/topics/${slug}.json`);
    return file?.title ?? "nothing";
  };

  it("F28 leads from the old address to the new content, lists and other languages included", async () => {
    await save("topics", { slug: "renamed", title: "After", _status: "published" });

    expect([at("renamed"), at(TOPIC)]).toEqual(["After", "After"]);
    expect(fixture.content(`es/topics/${TOPIC}.json`).kind).toBe("topic");
    expect(fixture.content(`en/topics/${TOPIC}/faqs.json`)).toEqual(
      fixture.content("en/topics/renamed/faqs.json"),
    );
    expect((await stored()).formerSlugs).toEqual([TOPIC]);
  });

  it("is public with the new slug only when that is published", async () => {
    await save("topics", { slug: "renamed-again", _status: "draft" }, { draft: true });

    expect(at("renamed-again")).toBe("nothing");

    await save("topics", { slug: "renamed-again", title: "Later", _status: "published" });

    expect([at("renamed-again"), at("renamed"), at(TOPIC)]).toEqual(["Later", "Later", "Later"]);
  });

  it("may go back, and is then no former one", async () => {
    await save("topics", { slug: "renamed", _status: "published" });

    expect((await stored()).formerSlugs.sort()).toEqual([TOPIC, "renamed-again"].sort());
    expect(at("renamed-again")).toBe("Later");
  });

  it("is given to no other document meanwhile, and can be when it is released", async () => {
    const other = {
      title: "Another",
      slug: TOPIC,
      intro: (await stored()).intro,
      _status: "published",
    } as const;

    expect(await refusals(fixture.create("topics", other))).toEqual([
      ["slug", expect.stringMatching(/former address of “Later”.*remove it there/)],
    ]);
    await save("topics", { formerSlugs: ["renamed-again"], _status: "published" });
    expect(at(TOPIC)).toBe("nothing");
    await fixture.create("topics", other);
    await fixture.publisher.flush();

    expect([at(TOPIC), at("renamed-again")]).toEqual(["Another", "Later"]);
  });

  it("is withdrawn under every address, and comes back under them", async () => {
    await save("topics", { deletedAt: new Date().toISOString() });
    const away = [at("renamed"), at("renamed-again")];
    await save("topics", { deletedAt: null }, { trash: true });

    expect(away).toEqual(["nothing", "nothing"]);
    expect([at("renamed"), at("renamed-again")]).toEqual(["Later", "Later"]);
  });

  it("that was damaged is no address when it is corrected", async () => {
    await fixture.damage("topics", topic, { slug: "Not A Slug" });

    await save("topics", { slug: "renamed", _status: "published" });

    expect((await stored()).formerSlugs).toEqual(["renamed-again"]);
  });

  it("is not copied with a duplicate", async () => {
    const copy: Parsed = await fixture.cms.payload.duplicate({ collection: "topics", id: topic });

    expect(copy.formerSlugs ?? []).toEqual([]);
  });

  it("leads to a clinic, too", async () => {
    await save("clinics", { slug: "hillside" });

    const files = [CLINIC, "hillside"].map((slug) => fixture.content(`en/clinics/${slug}.json`));
    expect(files.map((file) => file.clinic)).toEqual(["hillside", "hillside"]);
  });
});
