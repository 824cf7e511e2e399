/**
 * What the product promises, seen where a patient sees it: an editor clicks and types in the admin, and the partner's
 * page on the other origin, loaded again, shows it. The built product, a real browser, both databases.
 */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  addRelation,
  createFirstAdministrator,
  logIn,
  openDocument,
  press,
  publish,
  removeRelation,
  restoreVersion,
  rewrite,
  saveDraft,
  typeInto,
  unpublish,
} from "../support/admin.ts";
import { launchBrowser } from "../support/browser.ts";
import { PATIENCE_MS, Partner, readAll } from "../support/partner.ts";
import { eachDatabase, type Product, startProduct } from "../support/product.ts";
import { lexical, type Rest } from "../support/rest.ts";

const TOPIC = "dry-needling-for-runners";
const PATIENCE = { timeout: PATIENCE_MS };

eachDatabase("from the editor's click to the patient's screen", (database) => {
  let product: Product;
  let browser: Browser;
  /** For what stands before a journey, and for looking at what the admin has saved; every change goes by the UI. */
  let rest: Rest;
  let editing: BrowserContext;
  let page: Page;
  let partner: Partner;
  /** What the browser did not let the admin do. */
  const refused: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
    product = await startProduct({ database, demo: true });
    rest = await createFirstAdministrator(product, browser);
    editing = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await editing.newPage();
    page.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) refused.push(message.text());
    });
    await logIn(page, product);
    partner = new Partner(product, browser);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const find = async (collection: string, slug: string) => ({
    collection,
    id: (await rest.bySlug(collection, slug)).id,
  });
  const open = async (collection: string, slug: string, locale?: string) => {
    const document = await find(collection, slug);
    await openDocument(page, product, document, locale);
    return document;
  };
  const faqsOf = async (topic: string) =>
    (await product.content<{ items: { slug: string }[] }>(`topics/${topic}/faqs.json`)).items.map(
      ({ slug }) => slug,
    );
  /** Publishes an answer, so that the publisher has certainly been past what came before. */
  const publishMarker = async (words: string) => {
    await open("faqs", "how-many-sessions");
    await rewrite(page, "answer", words);
    await publish(page);
    await partner.reads(words);
  };
  /** What every public address says, by address. */
  const allThatIsPublic = async () =>
    Promise.all(
      (await product.publicPaths()).map(
        async (path) => [path, await (await fetch(product.cmsUrl + path)).text()] as const,
      ),
    );

  it("shows a changed answer as soon as it is published", async () => {
    await open("faqs", "how-many-sessions");
    await rewrite(page, "answer", "Plan on four sessions, then we look again together.");
    await publish(page);

    await partner.reads("Plan on four sessions, then we look again together.");
  });

  it("withdraws a question when it is unpublished, and shows it again when it is published", async () => {
    const question = "Can I safely have dry needling while I train for a marathon?";
    await open("faqs", "marathon-safety");
    await unpublish(page);
    await partner.lacks(question);

    await publish(page);
    await partner.reads(question);
  });

  it("shows no word of a draft at any public address", async () => {
    const faq = await open("faqs", "what-is-dry-needling");
    await saveDraft(
      page,
      () => rewrite(page, "answer", "Zebrafish whisper at dawn"),
      "Zebrafish whisper at dawn",
    );
    await publishMarker("Published after the draft.");

    const said = await allThatIsPublic();
    expect(said.length).toBeGreaterThan(50);
    expect(said.filter(([, text]) => text.includes("Zebrafish")).map(([path]) => path)).toEqual([]);
    for (const query of ["", "?draft=true", "?draft=true&locale=all", "/versions"])
      expect((await fetch(`${product.cmsUrl}/api/faqs/${faq.id}${query}`)).ok, query).toBe(false);
    const kept = await rest.bySlug("faqs", "what-is-dry-needling", { draft: true });
    expect(JSON.stringify(kept.answer)).toContain("Zebrafish whisper at dawn");
  });

  it("moves a question to another topic in drafts, and both topics are right after publishing", async () => {
    const question = "When is a good time for runners to book a session?";
    await rest.create("topics", {
      title: "Dry Needling for Cyclists",
      slug: "dry-needling-for-cyclists",
      intro: lexical("For people who ride."),
      body: [{ blockType: "faqs", heading: "Questions" }],
      faqs: [(await find("faqs", "marathon-safety")).id],
      _status: "published",
    });
    const moved = (await find("faqs", "when-to-schedule")).id;
    await open("topics", "dry-needling-for-cyclists");
    await saveDraft(page, () => addRelation(page, "faqs", question), moved);
    await open("topics", TOPIC);
    await saveDraft(page, () => removeRelation(page, "faqs", question), "dry-needling-for-runners");
    await publishMarker("Published while the move was a draft.");
    expect(await faqsOf(TOPIC)).toContain("when-to-schedule");
    expect(await faqsOf("dry-needling-for-cyclists")).toEqual(["marathon-safety"]);

    await open("topics", "dry-needling-for-cyclists");
    await publish(page);
    await open("topics", TOPIC);
    await publish(page);

    await partner.lacks(question);
    await expect
      .poll(() => faqsOf("dry-needling-for-cyclists"), PATIENCE)
      .toEqual(["marathon-safety", "when-to-schedule"]);
    expect(await faqsOf(TOPIC)).toHaveLength(6);
  });

  it("withdraws what is unpublished although a draft was saved before", async () => {
    const question = "Which running injuries is dry needling used for?";
    await open("faqs", "injuries-treated");
    await saveDraft(
      page,
      () => typeInto(page, "#field-question", "A question in the making"),
      "A question in the making",
    );
    await unpublish(page);

    await partner.lacks(question);
    await partner.lacks("in the making");
    expect(await faqsOf(TOPIC)).not.toContain("injuries-treated");
  });

  it("makes a draft of a restored version, and shows it when it is published", async () => {
    const faq = await open("faqs", "dry-needling-vs-acupuncture");
    const { body } = await rest.ask<{ docs: { id: string }[] }>("GET", "/api/faqs/versions", undefined, {
      "where[parent][equals]": faq.id,
      sort: "createdAt",
      limit: 1,
    });
    const before = wordsIn((await rest.bySlug("faqs", "dry-needling-vs-acupuncture")).answer);
    await rewrite(page, "answer", "The newest public answer.");
    await publish(page);
    await partner.reads("The newest public answer.");

    await restoreVersion(page, product, faq, String(body.docs[0]?.id));
    await publishMarker("Published after the restore.");
    expect(await partner.read("/")).toContain("The newest public answer.");
    const draft = await rest.bySlug("faqs", "dry-needling-vs-acupuncture", { draft: true });
    expect(draft._status).toBe("draft");
    expect(wordsIn(draft.answer)).toEqual(before);

    await open("faqs", "dry-needling-vs-acupuncture");
    await publish(page);
    await partner.lacks("The newest public answer.");
    // Up to its first full stop: further on stand placeholders, which the page fills.
    await partner.reads(String(before[0]?.split(".")[0]));
  });

  it("publishes Spanish alone: English drafts stay at home, and Spanish readers see the new text", async () => {
    await open("faqs", "running-performance");
    await saveDraft(
      page,
      () => typeInto(page, "#field-question", "An English question in the making"),
      "An English question in the making",
    );

    await open("faqs", "running-performance", "es");
    await saveDraft(
      page,
      () => typeInto(page, "#field-question", "¿Puedo correr mejor?"),
      "¿Puedo correr mejor?",
    );
    await rewrite(page, "answer", "Sí, poco a poco.");
    expect(await page.locator("#action-save").textContent()).toContain("Español");
    await publish(page);

    await partner.reads("Sí, poco a poco.", "/corredores/");
    await expect
      .poll(async () => JSON.stringify(await product.content(`topics/${TOPIC}/faqs.json`, "es")), PATIENCE)
      .toContain("¿Puedo correr mejor?");
    expect(JSON.stringify(await product.content(`topics/${TOPIC}/faqs.json`))).not.toContain("in the making");
  });

  it("follows a new order", async () => {
    const first = "What does dry needling involve, and what can it do for runners?";
    const last = "How many sessions will I need as a runner?";
    await open("topics", TOPIC);
    await removeRelation(page, "faqs", first);
    await addRelation(page, "faqs", first);
    await publish(page);

    await partner.shows((text) => text.indexOf(last) >= 0 && text.indexOf(first) > text.indexOf(last));
  });

  it("switches to Spanish on the partner's page", async () => {
    const context = await browser.newContext();
    const visit = await context.newPage();
    await visit.goto(product.demoUrl);
    await visit.getByText("Questions Runners Ask").waitFor();

    await visit.evaluate(() => document.documentElement.setAttribute("lang", "es"));

    await expect
      .poll(() => readAll(visit), PATIENCE)
      .toSatisfy(
        (text: string) =>
          text.includes("Síndrome de la banda iliotibial") && !text.includes("Questions Runners Ask"),
      );
    await context.close();
  });

  it("follows a clinic's new name wherever it stands: on every page, in every element and language", async () => {
    // In markup the "&" that follows is written otherwise.
    const oldName = "Riverside Acupuncture";
    expect((await rest.bySlug("clinics", "riverside")).name).toContain(oldName);
    const named = (await allThatIsPublic())
      .filter(([, text]) => text.includes(oldName))
      .map(([path]) => path);
    expect(named.filter((path) => path.includes("/html/")).length).toBeGreaterThan(3);

    await open("clinics", "riverside");
    await typeInto(page, "#field-name", "Harbour Street Clinic");
    await publish(page);

    const isRenamed = (text: string) => text.includes("Harbour Street Clinic") && !text.includes(oldName);
    for (const path of ["/", "/topic.html"]) await partner.shows(isRenamed, path);
    await partner.shows((text) => !text.includes(oldName), "/corredores/");
    const said = new Map(await allThatIsPublic());
    expect(named.filter((path) => !isRenamed(said.get(path) ?? ""))).toEqual([]);
    expect([...said].filter(([, text]) => text.includes(oldName)).map(([path]) => path)).toEqual([]);
  });

  it("takes what rests on a retracted study off the page, and shows it again when the study stands", async () => {
    const choose = async (status: string) => {
      await open("studies", "loudon-2024");
      await press(page.locator("#field-status .rs__control"));
      await page.locator(".rs__option", { hasText: status }).first().click();
      await publish(page);
    };
    await choose("Retracted");
    await partner.lacks("Recovering Well and Feeling Less Tired");

    await choose("Current");
    await partner.reads("Recovering Well and Feeling Less Tired");
  });

  it("never asked for a script that the admin may not run", () => {
    expect(refused).toEqual([]);
  });
});

/** The texts of a rich text, in order. */
function wordsIn(value: unknown): string[] {
  const words: string[] = [];
  JSON.stringify(value, (key, inner) => {
    if (key === "text" && typeof inner === "string") words.push(inner);
    return inner;
  });
  return words;
}
