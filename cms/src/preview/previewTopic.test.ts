/** Whatever stands on a topic can be previewed there, by whichever way it came onto it. */
import type { CollectionSlug } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDraft, databaseKinds, openTestCms, type TestCms } from "../../test/testCms.ts";
import { previewTopic } from "./previewTopic.ts";

describe.each(databaseKinds)("the topic of a preview on %s", (kind) => {
  let cms: TestCms;
  let number = 0;
  beforeAll(async () => {
    cms = await openTestCms(kind);
  });
  afterAll(async () => {
    await cms?.close();
  });

  const create = (collection: CollectionSlug, data: object) => createDraft(cms, collection, data);
  const createStudy = () => create("studies", { title: "A study", slug: `study-${++number}` });
  const createBenefit = (study: string) =>
    create("benefits", { title: "Less pain", slug: `benefit-${++number}`, findings: [{ study }] });
  const createTopic = (data: object) =>
    create("topics", { title: "Needles", slug: `topic-${++number}`, ...data });
  const topicOf = async (collection: string, id: string) => {
    const topic = await previewTopic(cms.payload, collection, id);
    return typeof topic === "string" ? topic : topic.id;
  };

  it("is the topic itself, and the one that lists an item", async () => {
    const timing = await create("timings", { timing: "Before", slug: "before" });
    const topic = await createTopic({ timings: [timing] });

    expect(await previewTopic(cms.payload, "topics", topic)).toMatchObject({ id: topic, title: "Needles" });
    expect(await topicOf("timings", timing)).toBe(topic);
  });

  it.each<[string, (study: string) => Promise<object>]>([
    ["its sources", async (study) => ({ studies: [study] })],
    [
      "a key point",
      async (study) => ({ keyPoints: { items: [{ text: "It may help.", studies: [study] }] } }),
    ],
    ["a finding", async (study) => ({ benefits: [await createBenefit(study)] })],
    [
      "a timing",
      async (study) => ({
        timings: [await create("timings", { timing: "After", slug: `timing-${++number}`, studies: [study] })],
      }),
    ],
    [
      "a question",
      async (study) => ({
        faqs: [
          await create("faqs", { question: "Does it help?", slug: `faq-${++number}`, studies: [study] }),
        ],
      }),
    ],
  ])("is found for a study by %s", async (_, named) => {
    const study = await createStudy();
    const topic = await createTopic(await named(study));

    expect(await topicOf("studies", study)).toBe(topic);
  });

  it("is found although other benefits with the study stand on no topic, and another topic has no address", async () => {
    const study = await createStudy();
    await createBenefit(study);
    const second = await createBenefit(study);
    await createBenefit(study);
    await createTopic({ title: null, slug: null, benefits: [second] });
    const topic = await createTopic({ benefits: [second] });

    expect(await topicOf("studies", study)).toBe(topic);
    expect(await topicOf("benefits", second)).toBe(topic);
  });

  it("is asked a title when it has none, and told apart from one that is gone", async () => {
    const timing = await create("timings", { timing: "Later", slug: "later" });
    const untitled = await createTopic({ title: null, slug: null, timings: [timing] });
    const onNone = await createStudy();

    expect(await topicOf("topics", untitled)).toContain("Give the topic a title first");
    expect(await topicOf("timings", timing)).toContain("Give the topic a title first");
    expect(await topicOf("topics", timing)).toContain("does not exist any more");
    expect(await topicOf("topics", "no id at all")).toContain("does not exist any more");
    expect(await topicOf("studies", onNone)).toContain("stands on no topic yet");
  });
});
