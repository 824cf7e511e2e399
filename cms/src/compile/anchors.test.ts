import type { BodyBlock } from "@clinic-widgets/shared";
import { describe, expect, it } from "vitest";
import { withAnchors } from "./anchors.ts";

const items = (...slugs: string[]) => slugs.map((slug) => ({ slug }));
const none = { benefits: [], injuries: [], timings: [], faqs: [], studies: [] };
const section = (slug: string): BodyBlock => ({ block: "text", id: slug, slug, paragraphs: [] });

describe("the address of an item on its page", () => {
  it("is its slug, which nothing else has", () => {
    const lists = { ...none, faqs: items("what-is-it"), benefits: items("less-pain") };

    expect(withAnchors(lists, [section("how-it-helps")])).toEqual(lists);
  });

  it.each(["sources", "questions", "book", "title", "how-it-helps"])(
    "is another one where the page has a part named %s",
    (slug) => {
      const { faqs } = withAnchors({ ...none, faqs: items(slug) }, [section("how-it-helps")]);

      expect(faqs).toEqual([{ slug, anchor: `${slug}-question` }]);
    },
  );

  it("is one of its own where two kinds have the same slug, and stays with the question", () => {
    const lists = {
      ...none,
      benefits: items("pain"),
      injuries: items("pain"),
      faqs: items("pain", "pain-benefit"),
    };

    expect(withAnchors(lists, [])).toMatchObject({
      faqs: [{ slug: "pain" }, { slug: "pain-benefit" }],
      benefits: [{ slug: "pain", anchor: "pain-benefit-2" }],
      injuries: [{ slug: "pain", anchor: "pain-injury" }],
    });
  });
});
