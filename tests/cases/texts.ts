/** Texts and addresses that editors write, paste or change. */
import { drawn } from "../support/partner.ts";
import { lexical } from "../support/rest.ts";
import { type Case, fresh, pageWith, type Stage, topicWith } from "./stage.ts";

type Faqs = { items: { slug: string; question: string; answer: unknown[] }[] };

/** Publishes a question on a topic of its own and returns what readers get of it. */
async function publishedQuestion(stage: Stage, fields: Record<string, unknown>) {
  const faq = await stage.admin.must("POST", "/api/faqs", {
    question: "A question?",
    slug: fresh("question"),
    answer: lexical("Yes."),
    ...fields,
    _status: "published",
  });
  const topic = await topicWith(stage, {
    faqs: [faq.id],
    body: [{ blockType: "faqs", heading: "Questions" }],
  });
  const { items } = await stage.soon(() => stage.product.content<Faqs | null>(`topics/${topic}/faqs.json`));
  return { topic, faq: items[0] as Faqs["items"][number] };
}

const text = (words: string) => ({ type: "text", text: words });
const numbered = (start: number, ...items: string[]) => ({
  type: "list",
  listType: "number",
  tag: "ol",
  start,
  children: items.map((item, index) => ({ type: "listitem", value: start + index, children: [text(item)] })),
});

export const TEXTS: Case[] = [
  {
    sample: "F06 a question with entities",
    got: "Pain &amp; running &lt;5 km?",
    right: "Pain & running <5 km?",
    now: async (stage) =>
      (await publishedQuestion(stage, { question: "Pain &amp; running &lt;5 km?" })).faq.question,
  },
  {
    sample: "F20 a numbered list that goes on after a note",
    got: "1 1",
    right: "1 3",
    async now(stage) {
      const answer = {
        root: {
          type: "root",
          children: [
            numbered(1, "Warm up", "Drink water"),
            { type: "paragraph", children: [text("A note between the steps.")] },
            numbered(3, "Lie down", "Rest"),
          ],
        },
      };
      const { topic } = await publishedQuestion(stage, { answer });
      const page = await stage.visit({ "/": pageWith("<clinic-faq></clinic-faq>", "", topic) });
      await drawn(page);
      const starts = await page
        .locator("clinic-faq ol")
        .evaluateAll((lists) => lists.map((list) => (list as HTMLOListElement).start));
      await page.context().close();
      return starts.join(" ");
    },
  },
  {
    sample: "F21 lines of a text area",
    got: "one line",
    right: "lines as they were written",
    async now(stage) {
      const injury = await stage.admin.must("POST", "/api/injuries", {
        name: "Example",
        slug: fresh("injury"),
        summary: "Line one\nLine two\n\n- a\n- b",
        description: lexical("An injury."),
        _status: "published",
      });
      const topic = await topicWith(stage, {
        injuries: [injury.id],
        body: [{ blockType: "injuries", heading: "Injuries", view: "table" }],
      });
      const page = await stage.visit({
        "/": pageWith("<clinic-injuries view=table></clinic-injuries>", "", topic),
      });
      await drawn(page);
      const [one, two] = await Promise.all(
        ["Line one", "Line two"].map((words) =>
          page.evaluate((wanted) => {
            const root = document.querySelector("clinic-injuries")?.shadowRoot as ShadowRoot;
            const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const at = walker.currentNode.textContent?.indexOf(wanted) ?? -1;
              if (at < 0) continue;
              const range = document.createRange();
              range.setStart(walker.currentNode, at);
              range.setEnd(walker.currentNode, at + wanted.length);
              return range.getBoundingClientRect().top;
            }
            return -1;
          }, words),
        ),
      );
      await page.context().close();
      return (two as number) > (one as number) ? "lines as they were written" : "one line";
    },
  },
  {
    sample: "F22 a question called Sources? on a page with sources",
    got: "2 elements are called sources",
    right: "no question takes the page's own address",
    async now(stage) {
      const study = await stage.admin.bySlug("studies", "kuzdzal-2025");
      const faq = await stage.admin.must("POST", "/api/faqs", {
        question: "Sources?",
        answer: lexical("Below."),
        studies: [study.id],
        _status: "published",
      });
      const topic = await topicWith(stage, {
        faqs: [faq.id],
        body: [
          { blockType: "faqs", heading: "Questions" },
          { blockType: "studies", heading: "Sources" },
        ],
      });
      const page = await stage.visit({ "/": pageWith("<clinic-topic></clinic-topic>", "", topic) });
      await drawn(page);
      const called = await page.evaluate(() => {
        const root = document.querySelector("clinic-topic")?.shadowRoot as ShadowRoot;
        return [...root.querySelectorAll("#sources")].map(({ localName }) => localName);
      });
      await page.context().close();
      if (called.length > 1) return `${called.length} elements are called sources`;
      return called[0] === "details" ? "the question is" : "no question takes the page's own address";
    },
  },
  {
    sample: "F28 the slug of a public topic changes",
    got: "404 at the old address",
    right: "the new content at the old address",
    async now(stage) {
      const slug = await topicWith(stage, { title: "Before" });
      const { id } = await stage.admin.bySlug("topics", slug);
      const renamed = `${slug}-renamed`;
      await stage.admin.must("PATCH", `/api/topics/${id}`, {
        slug: renamed,
        title: "After",
        _status: "published",
      });
      await stage.soon(() => stage.product.content(`topics/${renamed}.json`));
      const old = await stage.product.content<{ title: string } | null>(`topics/${slug}.json`);
      if (!old) return "404 at the old address";
      return old.title === "After" ? "the new content at the old address" : old.title;
    },
  },
  ...[
    ["runner's knee", "Runner’s knee"],
    ["acido lactico", "¿Ácido láctico?"],
  ].map(([typed, name]) => ({
    sample: `F29 searching for ${name} as ${typed}`,
    got: "not found",
    right: "found",
    async now({ admin }: Stage) {
      await admin.must("POST", "/api/injuries", { name, slug: fresh("searched") }, { draft: true });
      const { body } = await admin.ask<{ docs: { name: string }[] }>("GET", "/api/injuries", undefined, {
        "where[name][like]": typed,
        draft: true,
      });
      return body.docs.some((doc) => doc.name === name) ? "found" : "not found";
    },
  })),
  {
    sample: "F32 a phone number in an answer",
    got: "text",
    right: "a tel: link",
    async now(stage) {
      const { topic } = await publishedQuestion(stage, { answer: lexical("Call {{clinic.phone}}.") });
      const page = await stage.visit({ "/": pageWith("<clinic-faq open=all></clinic-faq>", "", topic) });
      await drawn(page);
      const links = await page.locator('clinic-faq a[href^="tel:"]').count();
      await page.context().close();
      return links > 0 ? "a tel: link" : "text";
    },
  },
];
