/** What editors can rely on: previews for those who are logged in, and refusals that say how to go on and lose nothing. */
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { logIn } from "../support/admin.ts";
import { launchBrowser } from "../support/browser.ts";
import { bootstrapAdministrator } from "../support/firstAdministrator.ts";
import { followPageErrors } from "../support/pageErrors.ts";
import { eachDatabase, type Product, startProduct } from "../support/product.ts";
import { lexical, type Rest } from "../support/rest.ts";

const TOPIC = "dry-needling-for-runners";

eachDatabase("editing", (database) => {
  const pages = followPageErrors();
  let product: Product;
  let browser: Browser;
  let admin: Rest;

  beforeAll(async () => {
    browser = pages.watch(await launchBrowser());
    product = await startProduct({ database, demo: true });
    admin = await bootstrapAdministrator(product);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** All sentences of a refusal, those at fields included. */
  const sentencesOf = (body: unknown) => JSON.stringify(body);

  describe("a preview", () => {
    let context: BrowserContext;
    let path: string;
    const draftWords = "A draft that only its editors see";

    beforeAll(async () => {
      const faq = await admin.bySlug("faqs", "how-many-sessions");
      await admin.update("faqs", faq.id, { question: draftWords }, { draft: true });
      const topic = await admin.bySlug("topics", TOPIC);
      path = `/preview/topics/${topic.id}?locale=en`;
      context = await browser.newContext();
    });
    afterAll(() => context?.close());

    it("sends somebody who is not logged in to the login, and back", async () => {
      const response = await fetch(product.cmsUrl + path, { redirect: "manual" });

      expect(response.status).toBe(302);
      expect(response.headers.get("location")).toBe(
        `${product.cmsUrl}/admin/login?redirect=${encodeURIComponent(path)}`,
      );
    });

    it("shows the draft in the real widgets to an editor, while readers see what is public", async () => {
      const page = await context.newPage();
      await logIn(page, product);
      const [response] = await Promise.all([
        page.waitForResponse((each) => each.url().endsWith("/faqs.json")),
        page.goto(product.cmsUrl + path),
      ]);
      await page.locator("clinic-topic").locator("summary", { hasText: draftWords }).waitFor();

      expect(response.headers()["cache-control"]).toBe("no-store");
      expect(JSON.stringify(await product.content(`topics/${TOPIC}/faqs.json`))).not.toContain(draftWords);
    });

    it("shows the draft to nobody whose token is false", async () => {
      const page = await context.newPage();
      const [request] = await Promise.all([
        page.waitForRequest((each) => each.url().endsWith("/faqs.json")),
        page.goto(product.cmsUrl + path),
      ]);
      const [token] = request.url().slice(`${product.cmsUrl}/preview/`.length).split("/embed/");
      const parts = String(token).split(".");
      const mac = parts.at(-1);
      const signed = parts.slice(0, -1);
      const later = [...signed.slice(0, -1), Number(signed.at(-1)) + 1];
      const ask = (given: string) =>
        fetch(`${product.cmsUrl}/preview/${given}/embed/v1/content/en/topics/${TOPIC}/faqs.json`);

      expect((await ask(String(token))).status).toBe(200);
      for (const forged of [[...later, mac], [...signed, ""], ["x"]]) {
        const answer = await ask(forged.join("."));
        expect(answer.status).toBe(403);
        expect(await answer.text()).not.toContain(draftWords);
      }
    });

    it("takes the draft from the page once its reader has logged out elsewhere, and says so", async () => {
      const page = await context.newPage();
      await page.goto(product.cmsUrl + path);
      await page.locator("clinic-topic").locator("summary", { hasText: draftWords }).waitFor();
      pages.allow(page, /status of 403 .*\/preview\//, "the login has ended");

      await context.request.post(`${product.cmsUrl}/api/users/logout`, {
        headers: { origin: product.cmsUrl },
      });
      await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

      await page.getByRole("alert").filter({ hasText: "Log in again to see the draft." }).waitFor();
      expect(await page.locator("clinic-topic").count()).toBe(0);
      await page.getByRole("link", { name: "Log in again" }).click();
      await page.waitForURL(/\/admin\/login/);
    });
  });

  describe("deleting for ever", () => {
    it("is refused while a draft or something in the trash still names the document", async () => {
      const study = await admin.create(
        "studies",
        {
          slug: `kept-${database}`,
          title: "A study that is named",
          authors: [{ family: "Smith", given: "A." }],
          issued: "2020",
        },
        { draft: true },
      );
      const benefit = await admin.create(
        "benefits",
        { title: "Names it", slug: `names-it-${database}`, findings: [{ study: study.id }] },
        { draft: true },
      );

      const named = await admin.ask("DELETE", `/api/studies/${study.id}`);
      await admin.must("PATCH", `/api/benefits/${benefit.id}`, { deletedAt: new Date().toISOString() });
      const namedInTrash = await admin.ask("DELETE", `/api/studies/${study.id}`);
      await admin.must("DELETE", `/api/benefits/${benefit.id}`, undefined, { trash: true });
      const free = await admin.ask("DELETE", `/api/studies/${study.id}`);

      expect([named.status, namedInTrash.status, free.status]).toEqual([400, 400, 200]);
      expect(sentencesOf(named.body)).toContain("still named by “Names it”");
    });
  });

  describe("a slug", () => {
    it("of a document in the trash is not given away, and the sentence says where it is", async () => {
      const first = await admin.create(
        "timings",
        { timing: "Early", slug: `early-${database}` },
        { draft: true },
      );
      await admin.must("PATCH", `/api/timings/${first.id}`, { deletedAt: new Date().toISOString() });

      const { status, body } = await admin.ask("POST", "/api/timings", {
        timing: "Early again",
        slug: `early-${database}`,
        _status: "published",
      });

      expect(status).toBe(400);
      expect(sentencesOf(body)).toContain("belongs to a document in the trash");
    });
  });

  describe("publishing a translation", () => {
    it("waits for the default language, one document or many, and keeps what was written", async () => {
      const { id } = await admin.create(
        "faqs",
        { question: "¿Duele?", answer: lexical("Un poco."), slug: `duele-${database}` },
        { draft: true, locale: "es" },
      );

      const alone = await admin.ask(
        "PATCH",
        `/api/faqs/${id}`,
        { _status: "published" },
        {
          locale: "es",
          publishSpecificLocale: "es",
        },
      );
      const all = await admin.ask("PATCH", `/api/faqs/${id}`, { _status: "published" }, { locale: "es" });
      const many = await admin.ask(
        "PATCH",
        "/api/faqs",
        { _status: "published" },
        {
          locale: "es",
          draft: false,
          "where[id][equals]": id,
        },
      );

      expect([alone.status, all.status, many.status]).toEqual([400, 400, 400]);
      expect(sentencesOf(alone.body)).toContain("English has not been published yet");
      expect(sentencesOf(all.body)).toContain("The text in English is not complete: Question, Answer");
      const kept = await admin.must("GET", `/api/faqs/${id}`, undefined, { draft: true, locale: "es" });
      expect(kept.question).toBe("¿Duele?");
      expect(kept._status).toBe("draft");
    });

    it("keeps each language's texts with their rows when the rows were moved meanwhile", async () => {
      const { id } = await admin.create("faqs", {
        question: "Which links?",
        answer: lexical("These."),
        slug: `links-${database}`,
        relatedLinks: [
          { label: "First", slug: "first", url: "https://example.org/1" },
          { label: "Second", slug: "second", url: "https://example.org/2" },
        ],
        _status: "published",
      });
      type Row = { id: string; label: string; url: string };
      const rows = async (locale: string) =>
        (await admin.must("GET", `/api/faqs/${id}`, undefined, { locale, fallbackLocale: "none" }))
          .relatedLinks as Row[];
      const [first, second] = (await rows("en")) as [Row, Row];
      const spanish = {
        question: "¿Qué enlaces?",
        answer: lexical("Estos."),
        relatedLinks: [
          { ...first, label: "Primero" },
          { ...second, label: "Segundo" },
        ],
      };
      await admin.update(
        "faqs",
        id,
        { ...spanish, _status: "published" },
        { locale: "es", publishSpecificLocale: "es" },
      );

      // English turns the rows around, and is published alone.
      await admin.update(
        "faqs",
        id,
        { relatedLinks: [second, first], _status: "published" },
        { locale: "en", publishSpecificLocale: "en" },
      );

      expect((await rows("en")).map(({ label, url }) => [label, url])).toEqual([
        ["Second", "https://example.org/2"],
        ["First", "https://example.org/1"],
      ]);
      expect((await rows("es")).map(({ label, url }) => [label, url])).toEqual([
        ["Segundo", "https://example.org/2"],
        ["Primero", "https://example.org/1"],
      ]);
    });
  });

  describe("a request without a language", () => {
    it("is one in the default language, and one in an unknown language is refused", async () => {
      const { id } = await admin.bySlug("faqs", "marathon-safety");
      const { status, body } = await admin.ask(
        "PATCH",
        `/api/faqs/${id}`,
        { question: "Weg damit" },
        {
          locale: "de",
          draft: true,
        },
      );
      await admin.update("faqs", id, { question: "Kept without a language" }, { draft: true });

      expect(status).toBe(400);
      expect(sentencesOf(body)).toContain("There is: en, es. Nothing was saved.");
      const draft = await admin.must("GET", `/api/faqs/${id}`, undefined, { draft: true, locale: "en" });
      expect(draft.question).toBe("Kept without a language");
    });
  });
});
