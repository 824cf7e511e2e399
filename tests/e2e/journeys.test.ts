/**
 * What the product promises, seen where a patient sees it: an editor changes something in the CMS,
 * and the partner's page on the other origin, loaded again, shows it. The built product, a real browser, both databases.
 */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFirstAdministrator, logIn, openField, publish } from "../support/admin.ts";
import { launchBrowser } from "../support/browser.ts";
import { eachDatabase, type Product, startProduct } from "../support/product.ts";
import { lexical, type Rest } from "../support/rest.ts";

const TOPIC = "dry-needling-for-runners";
const PATIENCE_MS = 15_000;

eachDatabase("from the editor's click to the patient's screen", (database) => {
  let product: Product;
  let browser: Browser;
  let admin: Rest;

  beforeAll(async () => {
    browser = await launchBrowser();
    product = await startProduct({ database, demo: true });
    admin = await createFirstAdministrator(product, browser);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** Loads the partner's page afresh until its visible text passes, or gives up with that text. */
  async function partnerShows(check: (text: string) => boolean, path = "/"): Promise<void> {
    const context = await browser.newContext();
    const page = await context.newPage();
    const end = Date.now() + PATIENCE_MS;
    let text = "";
    try {
      do {
        await page.goto(product.demoUrl + path);
        text = await readAll(page);
        if (check(text)) return;
      } while (Date.now() < end);
    } finally {
      await context.close();
    }
    expect.fail(`The partner's page does not show what it should. It reads:\n${text.slice(0, 4000)}`);
  }
  const partnerReads = (words: string, path?: string) => partnerShows((text) => text.includes(words), path);
  const partnerLacks = (words: string, path?: string) =>
    partnerShows((text) => text.includes("Gluteal Tendinopathy") && !text.includes(words), path);

  const faq = (slug: string, draft = false) => admin.bySlug("faqs", slug, { draft });
  const publishFaq = async (slug: string, answer: string, locale = "en") => {
    const { id } = await faq(slug);
    await admin.update(
      "faqs",
      id,
      { answer: lexical(answer), _status: "published" },
      { locale, publishSpecificLocale: locale },
    );
    return id;
  };

  it("changes an answer in the admin UI, publishes it, and the partner's page shows the new text", async () => {
    const page = await (await browser.newContext()).newPage();
    await logIn(page, product);
    const { id } = await faq("how-many-sessions");
    await page.goto(`${product.cmsUrl}/admin/collections/faqs/${id}`);

    const editor = await openField(page, "answer");
    await editor.click();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("Plan on four sessions, then we look again together.");
    await publish(page);

    await partnerReads("Plan on four sessions, then we look again together.");
    await page.context().close();
  });

  it("withdraws a question when it is unpublished, and shows it again when it is published", async () => {
    const { id } = await faq("marathon-safety");
    await admin.update("faqs", id, { _status: "draft" });
    await partnerLacks("Can I safely have dry needling while I train for a marathon?");

    await admin.update("faqs", id, { _status: "published" });

    await partnerReads("Can I safely have dry needling while I train for a marathon?");
  });

  it("shows no word of a draft at any public address", async () => {
    const secret = "Zebrafish whisper at dawn";
    const { id } = await faq("what-is-dry-needling");
    await admin.update("faqs", id, { answer: lexical(secret) }, { draft: true });
    // Something published afterwards proves that the publisher has been past the draft.
    await publishFaq("running-performance", "This one was published after the draft.");
    await partnerReads("This one was published after the draft.");

    for (const path of await product.publicPaths()) {
      expect(await (await fetch(product.cmsUrl + path)).text(), path).not.toContain("Zebrafish");
    }
    expect((await fetch(`${product.cmsUrl}/api/faqs/${id}?draft=true`)).status).toBe(403);
    expect((await faq("what-is-dry-needling", true)).answer).toEqual(
      expect.objectContaining(JSON.parse(JSON.stringify(lexical(secret)))),
    );
  });

  it("withdraws what is unpublished although a draft was saved before", async () => {
    const { id } = await faq("injuries-treated");
    await admin.update("faqs", id, { question: "A question in the making" }, { draft: true });
    await admin.update("faqs", id, { _status: "draft" });

    await partnerLacks("Which running injuries is dry needling used for?");
    await admin.update("faqs", id, {
      question: "Which running injuries is dry needling used for?",
      _status: "published",
    });
    await partnerReads("Which running injuries is dry needling used for?");
  });

  it("moves a question to another topic in a draft, and both topics are right after publishing", async () => {
    const running = await admin.bySlug("topics", TOPIC);
    const moved = await faq("when-to-schedule");
    const rest = (running.faqs as string[]).filter((id) => id !== moved.id);
    const other = await admin.create("topics", {
      title: "Dry Needling for Cyclists",
      slug: "dry-needling-for-cyclists",
      intro: lexical("For people who ride."),
      body: [{ blockType: "faqs", heading: "Questions" }],
      faqs: [],
      _status: "published",
    });
    await admin.update("topics", other.id, { faqs: [moved.id] }, { draft: true });
    await admin.update("topics", running.id, { faqs: rest }, { draft: true });
    await partnerReads("When is a good time for runners to book a session?");
    expect(
      (await product.content<{ items: unknown[] }>(`topics/dry-needling-for-cyclists/faqs.json`)).items,
    ).toHaveLength(0);

    await admin.update("topics", other.id, { faqs: [moved.id], _status: "published" });
    await admin.update("topics", running.id, { faqs: rest, _status: "published" });

    await partnerLacks("When is a good time for runners to book a session?");
    await expect
      .poll(
        async () =>
          (
            await product.content<{ items: { slug: string }[] }>("topics/dry-needling-for-cyclists/faqs.json")
          ).items.map((item) => item.slug),
        { timeout: PATIENCE_MS },
      )
      .toEqual(["when-to-schedule"]);
    await admin.update("topics", running.id, { faqs: running.faqs, _status: "published" });
    await partnerReads("When is a good time for runners to book a session?");
  });

  it("makes a draft of a restored version and leaves the page as it was", async () => {
    const id = await publishFaq("dry-needling-vs-acupuncture", "The newest public answer.");
    await partnerReads("The newest public answer.");
    const { body } = await admin.ask<{ docs: { id: string; version: { _status: string } }[] }>(
      "GET",
      "/api/faqs/versions",
      undefined,
      {
        "where[parent][equals]": id,
        sort: "createdAt",
        limit: 1,
      },
    );
    const oldest = body.docs[0];

    const { status } = await admin.ask("POST", `/api/faqs/versions/${oldest?.id}`);

    expect(status).toBe(200);
    expect((await faq("dry-needling-vs-acupuncture", true))._status).toBe("draft");
    await publishFaq("running-performance", "Published after the restore.");
    await partnerReads("Published after the restore.");
    await partnerReads("The newest public answer.");
  });

  it("publishes Spanish alone: English drafts stay at home, and Spanish readers see the new text", async () => {
    const { id } = await faq("running-performance");
    await admin.update(
      "faqs",
      id,
      { question: "An English question in the making" },
      { draft: true, locale: "en" },
    );
    await admin.update(
      "faqs",
      id,
      { question: "¿Puedo correr mejor?", answer: lexical("Sí, poco a poco."), _status: "published" },
      { locale: "es", publishSpecificLocale: "es" },
    );

    await expect
      .poll(async () => JSON.stringify(await product.content(`topics/${TOPIC}/faqs.json`, "es")), {
        timeout: PATIENCE_MS,
      })
      .toContain("Sí, poco a poco.");
    expect(JSON.stringify(await product.content(`topics/${TOPIC}/faqs.json`))).not.toContain("in the making");
    await partnerReads("Sí, poco a poco.", "/corredores/");
  });

  it("follows a new order", async () => {
    const running = await admin.bySlug("topics", TOPIC);
    const reversed = [...(running.faqs as string[])].reverse();

    await admin.update("topics", running.id, { faqs: reversed, _status: "published" });

    await partnerShows((text) => {
      const last = text.indexOf("How many sessions will I need as a runner?");
      const first = text.indexOf("What does dry needling involve, and what can it do for runners?");
      return last >= 0 && first > last;
    });
  });

  it("switches to Spanish on the partner's page", async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(product.demoUrl);
    await page.getByText("Questions Runners Ask").waitFor();

    await page.evaluate(() => document.documentElement.setAttribute("lang", "es"));

    await page.getByText("Kużdżał", { exact: false }).first().waitFor();
    await expect
      .poll(() => readAll(page), { timeout: PATIENCE_MS })
      .toContain("Síndrome de la banda iliotibial");
    await page.context().close();
  });

  it("follows a clinic's new name wherever {{clinic.name}} stands", async () => {
    const { id } = await admin.bySlug("clinics", "riverside");

    await admin.update("clinics", id, { name: "Harbour Street Clinic" });

    await partnerShows(
      (text) =>
        text.includes("team at Harbour Street Clinic") &&
        text.includes("Harbour Street Clinic, its staff") &&
        !text.includes("team at Riverside"),
    );
  });

  describe("a study that no longer stands", () => {
    it("takes what rests on it off the partner's page", async () => {
      const study = await admin.bySlug("studies", "loudon-2024");
      await admin.update("studies", study.id, { status: "retracted", _status: "published" });
      await partnerLacks("Recovering Well and Feeling Less Tired");

      await admin.update("studies", study.id, { status: "current", _status: "published" });

      await partnerReads("Recovering Well and Feeling Less Tired");
    });
  });
});

/** Everything that the page says once its widgets have loaded, shadow roots and closed answers included. */
async function readAll(page: Page): Promise<string> {
  await page.waitForFunction(() => {
    const widgets = [...document.querySelectorAll("*")].filter((e) => e.localName.startsWith("clinic-"));
    return widgets.length > 0 && widgets.every((e) => e.shadowRoot !== null);
  });
  await page.waitForLoadState("networkidle");
  return page.evaluate(() => {
    const read = (node: Node): string => {
      if (node instanceof HTMLStyleElement || node instanceof HTMLScriptElement) return "";
      if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? "";
      const root = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
      return [...root.childNodes].map(read).join(" ");
    };
    return read(document.body).replace(/\s+/g, " ");
  });
}
