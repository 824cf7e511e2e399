/** What comes first, what steps nestedRequest, and what is never held back. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openPublisherFixture, type PublisherFixture } from "../../test/publisherFixture.ts";
import { databaseKinds } from "../../test/testCms.ts";
import { richText } from "../seed/lexical.ts";
import type { Step } from "./turn.ts";

const TOPICS = 40;
/** How many units may be published between a save and its own: one part, and the one in work. */
const ONE_PART = 11;
const PATIENCE = { timeout: 30_000 };

describe.each(databaseKinds)("the order of publishing on %s", (kind) => {
  let fixture: PublisherFixture;
  let study: string;
  let faq: string;
  let topic: string;
  let onStep: (step: Step, unit?: string) => void | Promise<void>;

  beforeAll(async () => {
    fixture = await openPublisherFixture(kind);
    study = (await fixture.find("studies", "kuzdzal-2025")).id;
    faq = await fixture.create("faqs", {
      question: "May I run?",
      slug: "may-i-run",
      answer: richText("Yes."),
      _status: "published",
    });
    const page = (slug: string, more: object) =>
      fixture.create("topics", {
        title: slug,
        slug,
        intro: richText("Words."),
        ...more,
        _status: "published",
      });
    for (let index = 0; index < TOPICS; index++) await page(`topic-${index}`, { studies: [study] });
    topic = await page("small", { faqs: [faq] });
    await fixture.publisher.flush();
  });
  afterAll(async () => {
    await fixture?.close();
  });
  beforeEach(async () => {
    onStep = () => {};
    await fixture.restart({ onStep: (step, unit) => onStep(step, unit), reconciles: false });
    await fixture.save("faqs", faq, { _status: "published" });
    await fixture.publisher.flush();
  });

  const faqs = () => fixture.content("en/topics/small/faqs.json").items;
  const waiting = async () => (await fixture.cms.payload.count({ collection: "outbox" as never })).totalDocs;

  /** Withdraws the question while the first of many units is in work; how many came before its own. */
  async function withdrawDuring(many: () => Promise<void>): Promise<{ before: number; all: number }> {
    const written: string[] = [];
    let withdrawn: Promise<void> | undefined;
    onStep = async (step, unit) => {
      if (step === "written") written.push(unit as string);
      withdrawn ??= step === "compiled" ? fixture.save("faqs", faq, { _status: "draft" }) : undefined;
      await withdrawn;
    };
    await many();
    await vi.waitFor(() => expect(faqs()).toEqual([]), PATIENCE);
    await fixture.publisher.flush();
    return { before: written.indexOf(`topics/${topic}`), all: new Set(written).size };
  }

  it("publishes a withdrawal before the rest of a study that stands on many topics", async () => {
    const { before, all } = await withdrawDuring(() =>
      fixture.save("studies", study, { title: "A new title", _status: "published" }),
    );

    expect(before).toBeLessThanOrEqual(ONE_PART);
    expect(all).toBeGreaterThan(TOPICS);
    expect(fixture.content(`en/topics/topic-${TOPICS - 1}/studies.json`).items[0].title).toBe("A new title");
    expect(await waiting()).toBe(0);
  });

  it("lets readers have an answer after every unit of a reconciliation", async () => {
    await fixture.publisher.stop();
    let answers = 0;
    let isOver = false;
    const answer = () => {
      answers++;
      if (!isOver) setImmediate(answer);
    };
    const seen: number[] = [];
    onStep = (step) => void (step === "written" && seen.push(answers));
    setImmediate(answer);

    await fixture.restart({ onStep: (step, unit) => onStep(step, unit) });
    await fixture.publisher.flush();
    isOver = true;

    expect(seen.length).toBeGreaterThan(TOPICS);
    expect(seen.filter((count, index) => count === seen[index - 1])).toEqual([]);
  });

  it("publishes a withdrawal in the midst of a reconciliation", async () => {
    await fixture.publisher.stop();

    const { before, all } = await withdrawDuring(() =>
      fixture.restart({ onStep: (step, unit) => onStep(step, unit) }),
    );

    expect(before).toBeLessThanOrEqual(ONE_PART);
    expect(all).toBeGreaterThan(TOPICS);
  });

  it("lets a unit that fails step nestedRequest, keeps its row, and publishes it when it can", async () => {
    const broken = (await fixture.find("topics", "topic-0")).id;
    let isBroken = true;
    onStep = (step, unit) => {
      if (isBroken && step === "compiled" && unit === `topics/${broken}`) throw new Error("A fault of ours.");
    };
    const titleOn = (slug: string) => fixture.content(`en/topics/${slug}/studies.json`).items[0].title;

    await fixture.save("studies", study, { title: "Held up in one place", _status: "published" });
    await fixture.save("faqs", faq, { _status: "draft" });
    await vi.waitFor(() => expect(titleOn(`topic-${TOPICS - 1}`)).toBe("Held up in one place"), PATIENCE);
    await vi.waitFor(() => expect(faqs()).toEqual([]), PATIENCE);

    expect(titleOn("topic-0")).not.toBe("Held up in one place");
    expect(await waiting()).toBe(1);
    isBroken = false;
    await vi.waitFor(() => expect(titleOn("topic-0")).toBe("Held up in one place"), PATIENCE);
    await vi.waitFor(async () => expect(await waiting()).toBe(0), PATIENCE);
  });

  it("tries again with every save while nothing can be published, however long its pause has grown", async () => {
    let tries = 0;
    onStep = (step) => {
      if (step !== "rows-read") return;
      tries++;
      throw new Error("Nothing works.");
    };

    // Without being woken, the pauses before the tenth try would add up to more than a minute.
    for (let saves = 1; saves <= 10; saves++) {
      const before = tries;
      await fixture.save("faqs", faq, { answer: richText(`Save ${saves}.`), _status: "published" });
      await vi.waitFor(() => expect(tries).toBeGreaterThan(before), PATIENCE);
    }

    onStep = () => {};
    await fixture.publisher.flush();
    expect(JSON.stringify(faqs())).toContain("Save 10.");
  });
});
