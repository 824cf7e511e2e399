/** The admin as each role meets it: status in words, only the buttons that work, and nothing lost or left behind. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds } from "../../cms/test/databaseKinds.ts";
import { logInAs, openField, press, pressUntil, rewrite, typeInto, whenLoaded } from "../support/admin.ts";
import { launchBrowser } from "../support/browser.ts";
import { bootstrapAdministrator } from "../support/firstAdministrator.ts";
import { followPageErrors } from "../support/pageErrors.ts";
import { eachDatabase, type Product, startProduct } from "../support/product.ts";
import { followRequests } from "../support/requests.ts";
import { lexical, Rest } from "../support/rest.ts";

const PASSWORD = "a long enough pass phrase";
const WAIT = { timeout: 20_000, interval: 200 };

eachDatabase("the admin", (database) => {
  const pages = followPageErrors();
  let product: Product;
  let browser: Browser;
  let admin: Rest;
  let context: BrowserContext;
  let page: Page | undefined;
  /** Each role's browser: it is logged in once, and keeps the admin's code. */
  const contexts = new Map<string, BrowserContext>();

  /** For what the page does by itself, whatever the database. */
  const itOnOne: typeof it | (() => void) = database === databaseKinds[0] ? it : () => {};

  beforeAll(async () => {
    browser = pages.watch(await launchBrowser());
    product = await startProduct({ database, demo: true });
    admin = await bootstrapAdministrator(product);
    const clinic = await admin.bySlug("clinics", "riverside");
    for (const role of ["editor", "author", "clinic-manager"])
      await admin.create("users", {
        name: role,
        email: `${role}@example.org`,
        password: PASSWORD,
        role,
        clinics: role === "clinic-manager" ? [clinic.id] : [],
      });
  });
  afterEach(async () => {
    await page?.close();
    await context?.setOffline(false);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** A page of the admin as somebody of `role`. In this language: the admin remembers for each person the last one. */
  const open = async (role: string, path: string, { width = 1280, locale = "en" } = {}): Promise<Page> => {
    context = contexts.get(role) ?? (await browser.newContext());
    page = await context.newPage();
    await page.setViewportSize({ width, height: 900 });
    if (!contexts.has(role)) await logInAs(page, product, `${role}@example.org`, PASSWORD);
    contexts.set(role, context);
    await page.goto(`${product.cmsUrl}/admin${path}?locale=${locale}`);
    return page;
  };
  const create = (slug: string, data: object = {}) =>
    admin.create("faqs", {
      question: `Question ${slug}?`,
      answer: lexical("An answer."),
      slug: `${slug}-${database}`,
      _status: "published",
      ...data,
    });
  const publishEnglish = (id: string, data: object = {}) =>
    admin.update(
      "faqs",
      id,
      { ...data, _status: "published" },
      { locale: "en", publishSpecificLocale: "en" },
    );
  const toasts = (page: Page) => page.locator("[data-sonner-toast]");

  describe("status", () => {
    it("is public after one language was published, and changed while another one waits", async () => {
      const { id } = await create("status");
      await publishEnglish(id, { question: "Published in English?" });
      const page = await open("editor", `/collections/faqs/${id}`);
      const line = page.locator(".clinic-status-line");

      await expect.poll(() => line.textContent(), WAIT).toBe("Public");
      const languages = page.locator(".clinic-languages");
      await expect.poll(() => languages.textContent(), WAIT).toBe("English public, Spanish not written");
      expect(await page.locator(".clinic-why").textContent()).toBe(
        "Nothing to publish in English: nothing was changed.",
      );

      await admin.update("faqs", id, { question: "¿Borrador?" }, { draft: true, locale: "es" });
      await publishEnglish(id, { question: "Published again?" });
      await page.reload();
      await expect.poll(() => line.textContent(), WAIT).toContain("Public, with unpublished changes");
      await expect.poll(() => languages.textContent(), WAIT).toBe("English public, Spanish never published");
      await page.goto(`${product.cmsUrl}/admin/collections/faqs?search=Published again`);
      await expect
        .poll(() => page.locator("tbody tr", { hasText: "Published again?" }).textContent(), WAIT)
        .toContain("Public, with unpublished changes");
    });

    it("goes back to what is public, in every language, without publishing the other one's draft", async () => {
      const { id } = await create("discard");
      await admin.update("faqs", id, { question: "¿Sin terminar?" }, { draft: true, locale: "es" });
      await admin.update("faqs", id, { question: "Not like this?" }, { draft: true });
      const page = await open("editor", `/collections/faqs/${id}`);

      await press(page.getByRole("button", { name: "Discard changes" }));
      await page.getByRole("button", { name: "Discard them" }).click();

      await expect.poll(() => page.locator(".clinic-status-line").textContent(), WAIT).toBe("Public");
      await expect.poll(() => page.locator("#field-question").inputValue(), WAIT).toBe("Question discard?");
      const query = { locale: "all", draft: true };
      const { question } = await admin.must("GET", `/api/faqs/${id}`, undefined, query);
      expect(question).toEqual({ en: "Question discard?" });
    });

    it("stays changed while what all languages share waits, and the form keeps it", async () => {
      const link = (n: number) => ({
        label: `Link ${n}`,
        slug: `link-${n}`,
        url: `https://example.org/${n}`,
      });
      const { id } = await create("shared", { relatedLinks: [link(1)] });
      const read = (query: object) =>
        admin.must("GET", `/api/faqs/${id}`, undefined, { locale: "all", depth: 0, ...query });
      const linksOf = (doc: object) => (doc as { relatedLinks: { id: string }[] }).relatedLinks;
      const [row] = linksOf(await read({}));
      await admin.update(
        "faqs",
        id,
        {
          question: "¿Compartido?",
          answer: lexical("Sí."),
          relatedLinks: [{ ...row, ...link(1), label: "Enlace" }],
        },
        { draft: true, locale: "es" },
      );
      await admin.update("faqs", id, { relatedLinks: [link(2), { ...row, ...link(1) }] }, { draft: true });
      const page = await open("editor", `/collections/faqs/${id}`, { locale: "es" });
      const line = page.locator(".clinic-status-line");
      await expect.poll(() => line.textContent(), WAIT).toContain("go out with English");

      await typeInto(page, "#field-question", "¿Compartido de verdad?");
      await press(page.locator("#action-save"));

      await expect
        .poll(async () => (await read({})).question, WAIT)
        .toEqual({ en: "Question shared?", es: "¿Compartido de verdad?" });
      await expect
        .poll(() => toasts(page).allTextContents(), WAIT)
        .toContainEqual(expect.stringMatching(/success/i));
      expect(linksOf(await read({}))).toHaveLength(1);
      await expect.poll(() => line.textContent(), WAIT).toContain("Public, with unpublished changes");
      expect(await page.locator("[id^='relatedLinks-row-']").count()).toBe(2);
      // What is typed next is saved with the draft's rows, not with the public ones.
      await page.locator("#field-question").fill("¿Y ahora?");
      await expect
        .poll(async () => (await read({ draft: true })).question, WAIT)
        .toMatchObject({ es: "¿Y ahora?" });
      expect(linksOf(await read({ draft: true }))).toHaveLength(2);
    });

    it("calls no version of a public item trash, and an item in the trash so", async () => {
      const { id } = await create("versions");
      await publishEnglish(id, { question: "Second words?" });
      const page = await open("editor", `/collections/faqs/${id}/versions`);

      await expect.poll(() => page.locator("tbody").textContent(), WAIT).toContain("Public now");
      const words = await page.locator("tbody").textContent();
      expect(words).toContain("Was public");
      expect(words).not.toContain("trash");

      await admin.update("faqs", id, { deletedAt: new Date().toISOString() });
      await page.goto(`${product.cmsUrl}/admin/collections/faqs/trash/${id}`);
      await expect.poll(() => page.locator(".clinic-status-line").textContent(), WAIT).toBe("In the trash");
    });
  });

  describe("an editor", () => {
    itOnOne(
      "publishes one language, and is offered neither all languages nor deleting for good",
      async () => {
        const { id } = await create("buttons");
        const page = await open("editor", `/collections/faqs/${id}`);
        await typeInto(page, "#field-question", "Changed buttons?");

        await expect.poll(() => page.locator("#action-save").textContent(), WAIT).toBe("Publish in English");
        expect(await page.locator(".clinic-publish .popup").isVisible()).toBe(false);
        await press(page.locator(".doc-controls__dots"));
        await page.locator("#action-unpublish").waitFor();
        await page.locator("#action-delete").click();
        await page.locator(".confirmation-modal__wrapper").waitFor();
        expect(await page.locator("#delete-forever").count()).toBe(0);
        expect(await page.getByRole("link", { name: "People" }).count()).toBe(0);
      },
    );

    it("reads the names of related items, and folded rows by their words", async () => {
      const { id } = await admin.bySlug("topics", "dry-needling-for-runners");
      const page = await open("editor", `/collections/topics/${id}`);

      await expect.poll(() => page.locator("#field-benefits").textContent(), WAIT).toContain("Pain Relief");
      expect(await page.locator("#field-body").textContent()).toContain("2. Benefits: Benefits at a Glance");
    });

    itOnOne("keeps what was typed when the server does not answer, and is told so", async () => {
      const { id } = await create("offline");
      const page = await open("editor", `/collections/faqs/${id}`);
      const field = page.locator("#field-question");
      await typeInto(page, "#field-question", "Before?");
      await expect
        .poll(() => page.locator(".clinic-status-line").textContent(), WAIT)
        .toContain("unpublished");

      pages.allow(
        page,
        /ERR_INTERNET_DISCONNECTED|TypeError: Failed to fetch|Error submitting form/,
        "the server is away",
      );
      await context.setOffline(true);
      await field.fill("While away?");

      await expect
        .poll(async () => (await toasts(page).allInnerTexts()).join(), WAIT)
        .toContain("Your last words are not saved yet");
      expect(await field.inputValue()).toBe("While away?");
      await context.setOffline(false);
      await field.fill("Back again?");
      await expect
        .poll(
          async () => (await admin.must("GET", `/api/faqs/${id}`, undefined, { draft: true })).question,
          WAIT,
        )
        .toBe("Back again?");
    });
  });

  itOnOne("a login that has ended is said, and found again with what was typed", async () => {
    const { id } = await create("ended");
    const page = await open("editor", `/collections/faqs/${id}`);
    await typeInto(page, "#field-question", "Before the end?");
    await expect.poll(() => page.locator(".clinic-status-line").textContent(), WAIT).toContain("unpublished");
    pages.allow(
      page,
      // To a stranger, Payload's server functions answer 500, which React writes of in the console.
      /status of 40[13] .*\/api\/|status of 500 .*\/admin\/collections\/faqs\/|React error #441/,
      "the login is taken away",
    );
    await context.clearCookies();

    await page.locator("#field-question").fill("After the end?");

    const dialog = page.getByRole("dialog", { name: "You are not logged in any more" });
    await dialog.waitFor();
    await dialog.getByLabel("Password").fill(PASSWORD);
    await dialog.getByRole("button", { name: "Log in again" }).click();
    await dialog.waitFor({ state: "hidden" });
    expect(await page.locator("#field-question").inputValue()).toBe("After the end?");
    const saved = async () =>
      (await admin.must("GET", `/api/faqs/${id}`, undefined, { draft: true })).question;
    await expect.poll(saved, WAIT).toBe("After the end?");
    expect(await toasts(page).allInnerTexts()).toEqual([]);
    await page.locator("#field-question").fill("After the end, and on?");
    await expect.poll(saved, WAIT).toBe("After the end, and on?");
  });

  itOnOne("an author reads what is not theirs to change", async () => {
    const clinic = await admin.bySlug("clinics", "riverside");
    const page = await open("author", `/collections/clinics/${clinic.id}`);

    await page.getByText("You can read this.").waitFor();
    expect(await page.locator("#field-name").isDisabled()).toBe(true);
    expect(await toasts(page).allTextContents()).toEqual([]);
  });

  if (database === databaseKinds[0])
    describe("a new topic", () => {
      it("has a page, opens what is added, and says what is in no block", async () => {
        const page = await open("editor", "/collections/topics/create");
        await page.waitForURL(/topics\/(?!create)[^/]+$/);
        await press(page.locator("#field-keyPoints__items .array-field__add-row"));
        const point = page.locator("#field-keyPoints__items__0__text");
        await expect.poll(() => point.evaluate((field) => field === document.activeElement), WAIT).toBe(true);
        await page.keyboard.type("Said first.");
        const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
        const read = () => admin.must("GET", `/api/topics/${id}`, undefined, { draft: true, depth: 0 });
        await expect
          .poll(async () => JSON.stringify((await read()).keyPoints), WAIT)
          .toContain("Said first.");
        const folded = page.locator("[id^='keyPoints-items-row-'] .collapsible--collapsed");
        expect(await folded.count()).toBe(0);

        await page.locator("[id^='keyPoints-items-row-'] .popup-button").first().click();
        await page.getByRole("button", { name: "Duplicate" }).click();
        const copy = page.locator("#field-keyPoints__items__1__text");
        await expect.poll(() => copy.evaluate((field) => field === document.activeElement), WAIT).toBe(true);
        await page.keyboard.press("End");
        await page.keyboard.type(" And said again.");
        await expect
          .poll(async () => JSON.stringify((await read()).keyPoints), WAIT)
          .toContain("Said first. And said again.");
        expect(await folded.count()).toBe(0);

        const rows = (await read()).body as { blockType: string }[];
        const { id: question } = await create("unplaced");
        // Whoever has the form open holds it.
        const editor = await Rest.login(product.cmsUrl, "editor@example.org", PASSWORD);
        await editor.update(
          "topics",
          id,
          { faqs: [question], body: rows.filter(({ blockType }) => blockType !== "faqs") },
          { draft: true },
        );
        await page.reload();
        const notice = page.locator(".clinic-side", { hasText: "1 question is in no block." });
        await notice.getByRole("button", { name: "Add a block for them" }).click();
        await expect
          .poll(async () => JSON.stringify((await read()).body), WAIT)
          .toContain('"blockType":"faqs"');
        await expect.poll(() => notice.count(), WAIT).toBe(0);
      });
    });

  if (database === databaseKinds[0])
    describe("what is wrong in a form", () => {
      it("can be read below each field, which publishing leads to, at every width", async () => {
        const { id } = await admin.create(
          "topics",
          {
            title: "Not complete",
            slug: "not-complete",
            intro: lexical("An introduction."),
            keyPoints: { items: [{}] },
            body: [{ blockType: "text" }],
          },
          { draft: true },
        );
        const page = await open("editor", `/collections/topics/${id}`);
        pages.allow(page, /status of 400 .*\/api\/topics\//, "publishing is refused");

        await press(page.locator("#action-save"));

        const first = page.locator("#field-keyPoints__items__0__text");
        await expect.poll(() => first.evaluate((field) => field === document.activeElement), WAIT).toBe(true);
        const said = page.locator(".clinic-problems");
        expect(await said.textContent()).toContain("2 fields need a change first");
        expect(await first.getAttribute("aria-invalid")).toBe("true");
        const described = await first.getAttribute("aria-describedby");
        const message = page.locator(`id=${described}`);
        expect(await message.textContent()).toBe("This field is required.");

        await page.setViewportSize({ width: 390, height: 844 });
        const isBelow = async () => {
          const [field, text] = [await first.boundingBox(), await message.boundingBox()];
          return field && text ? text.y >= field.y + field.height && text.width <= 390 : false;
        };
        await expect.poll(isBelow, WAIT).toBe(true);
        await said.getByRole("button").click();
        const second = page.locator('[data-field-path="body.0.paragraphs"]');
        await expect
          .poll(() => second.evaluate((field) => field.contains(document.activeElement)), WAIT)
          .toBe(true);
        expect(await second.locator(".field-error").textContent()).toBe("Write a text before you publish.");

        // An autosave makes Payload's form forget them all.
        await page.locator("#field-subtitle").fill("A line below");
        await expect
          .poll(
            async () => (await admin.must("GET", `/api/topics/${id}`, undefined, { draft: true })).subtitle,
            WAIT,
          )
          .toBe("A line below");
        await expect.poll(() => said.textContent(), WAIT).toContain("2 fields need a change first");
      });

      it("is said whole when it is of the whole document", async () => {
        const { id } = await admin.create(
          "faqs",
          { question: "Never?", slug: "never-english" },
          { draft: true },
        );
        const page = await open("editor", `/collections/faqs/${id}`, { locale: "es" });
        await typeInto(page, "#field-question", "¿Nunca?");
        await rewrite(page, "answer", "Nunca.");
        pages.allow(page, /status of 400 .*\/api\/faqs\//, "publishing is refused");

        await press(page.locator("#action-save"));

        const sentence = /^English has not been published yet\. Switch to English.*publish Español\.$/;
        await expect.poll(() => page.locator(".clinic-problems").textContent(), WAIT).toMatch(sentence);
        await expect
          .poll(() => toasts(page).allInnerTexts(), WAIT)
          .toContainEqual(expect.stringMatching(sentence));
      });
    });

  describe("a second record of a paper", () => {
    it("shows the first one beside its form, is not published, and becomes one with it", async () => {
      const first = await admin.bySlug("studies", "loudon-2024");
      const doi = `https://doi.org/${String(first.doi).toUpperCase()}`;
      const authors = [{ family: "Loudon" }];
      const data = { title: "The same paper again", authors, issued: "2024", studyType: "case-report" };
      const { id } = await admin.create("studies", { ...data, doi, _status: "draft" });
      const page = await open("editor", `/collections/studies/${id}`);
      const panel = page.getByRole("region", { name: "Same paper" });
      await expect
        .poll(() => panel.getByRole("link").getAttribute("href"), WAIT)
        .toBe(`/admin/collections/studies/${first.id}`);
      pages.allow(page, /status of 400 .*\/api\/studies\//, "publishing is refused");
      await press(page.locator("#action-save"));
      await expect.poll(() => toasts(page).count(), WAIT).toBeGreaterThan(0);

      await page.goto(`${product.cmsUrl}/admin`);
      const listed = page.locator(".clinic-need--same-paper");
      expect(await listed.textContent()).toContain("The same paper again");

      await page.goto(`${product.cmsUrl}/admin/collections/studies/${first.id}?locale=en`);
      await pressUntil(
        panel.getByRole("button", { name: "Merge it into this one" }),
        page.getByRole("button", { name: "Merge them" }),
      );
      await Promise.all([
        page.waitForEvent("load"),
        page.getByRole("button", { name: "Merge them" }).click(),
      ]);
      // A page that is closed while it loads can keep Chromium busy for minutes.
      await whenLoaded(page);

      await expect.poll(() => panel.count(), WAIT).toBe(0);
      const { deletedAt } = await admin.must("GET", `/api/studies/${id}`, undefined, {
        draft: true,
        trash: true,
      });
      expect(deletedAt).toBeTruthy();
    });
  });

  describe("an author", () => {
    it("writes a new draft, which is saved by itself, and is offered nothing that is refused", async () => {
      const page = await open("author", "/collections/faqs/create");
      await page.waitForURL(/faqs\/(?!create)[^/]+$/);
      const words = `An author asks on ${database}?`;
      await typeInto(page, "#field-question", words);

      await expect
        .poll(
          async () =>
            (
              await admin.ask(
                "GET",
                `/api/faqs?draft=true&where[question][equals]=${encodeURIComponent(words)}`,
              )
            ).body.totalDocs,
          WAIT,
        )
        .toBe(1);
      expect(await toasts(page).allInnerTexts()).toEqual([]);
      expect(await page.locator("#action-save").count()).toBe(0);
      await press(page.locator(".doc-controls__dots"));
      await page.locator("#action-create").waitFor();
      expect(await page.locator("#action-unpublish, #action-delete").count()).toBe(0);
      await page.goto(`${product.cmsUrl}/admin/collections/faqs`);
      await page.locator("tbody tr").first().waitFor();
      await expect.poll(() => page.locator("#heading-_select").isVisible(), WAIT).toBe(false);
    });

    it("copies a public text to another language as a draft", async () => {
      const { id } = await create("copied");
      const page = await open("author", `/collections/faqs/${id}`);
      await press(page.locator(".doc-controls__dots"));
      await page.locator("#copy-locale-data__button").click();
      const drawer = page.locator("dialog[open]");
      await drawer.locator("#field-toLocale").click();
      await page.locator(".rs__option", { hasText: "Español" }).click();
      await drawer.getByRole("button", { name: "Copy", exact: true }).click();

      await page.waitForURL(/locale=es/);
      await expect.poll(() => page.locator("#field-question").inputValue(), WAIT).toBe("Question copied?");
      const read = async (draft: boolean) =>
        (await admin.must("GET", `/api/faqs/${id}`, undefined, { locale: "all", draft })).question;
      expect(await read(false)).toEqual({ en: "Question copied?" });
      expect(await read(true)).toEqual({ en: "Question copied?", es: "Question copied?" });
      expect(await page.locator(".clinic-status-line").textContent()).toBe(
        "Public, with unpublished changes",
      );
    });

    it("can edit what is public, as a draft", async () => {
      const { id } = await create("author");
      const page = await open("author", `/collections/faqs/${id}`);
      await typeInto(page, "#field-question", "An author's words?");

      await expect
        .poll(() => page.locator(".clinic-status-line").textContent(), WAIT)
        .toBe("Public, with unpublished changes");
      expect(await toasts(page).allInnerTexts()).toEqual([]);
      expect((await admin.must("GET", `/api/faqs/${id}`)).question).toBe("Question author?");
    });
  });

  describe("restoring a version says truly what readers will see", () => {
    const restore = async (page: Page) => {
      await pressUntil(page.locator(".restore-version button").first(), page.locator("dialog[open]"));
      const question = await page.locator("dialog[open]").textContent();
      const answered = page.waitForResponse((response) => /\/api\/.*\/versions\//.test(response.url()));
      await page.locator("dialog[open] #confirm-action").click();
      return { question, answer: ((await (await answered).json()) as { message: string }).message };
    };

    it("of a clinic: live at once", async () => {
      const { id, city } = await admin.bySlug("clinics", "riverside");
      await admin.update("clinics", String(id), { city: "Elsewhere" });
      const { body } = await admin.ask<{ docs: { id: string }[] }>(
        "GET",
        "/api/clinics/versions",
        undefined,
        { "where[parent][equals]": String(id), "where[version.city][equals]": String(city), limit: 1 },
      );
      const page = await open("editor", `/collections/clinics/${id}/versions/${body.docs[0]?.id}`);

      const { question, answer } = await restore(page);

      expect(question).toContain("A clinic’s is on all sites at once; any other becomes the draft");
      expect(answer).toContain(
        "A clinic’s text and the settings are on all sites now; any other text is a draft",
      );
      expect((await admin.bySlug("clinics", "riverside")).city).toBe(city);
      await expect.poll(async () => (await product.content("clinics/riverside.json")).city, WAIT).toBe(city);
    });

    it("of the settings: live at once", async () => {
      const settings = await admin.must("GET", "/api/globals/settings", undefined, { depth: 0 });
      const { citationStyle } = settings;
      await admin.must("POST", "/api/globals/settings", { ...settings, citationStyle: "apa" });
      const { body } = await admin.ask<{ docs: { id: string }[] }>(
        "GET",
        "/api/globals/settings/versions",
        undefined,
        { "where[version.citationStyle][equals]": String(citationStyle), limit: 1 },
      );
      const page = await open("editor", `/globals/settings/versions/${body.docs[0]?.id}`);

      const { question, answer } = await restore(page);

      expect(question).toMatch(/The settings of .* come back, on all sites at once\./);
      expect(answer).toContain("the settings are on all sites now");
      expect((await admin.must("GET", "/api/globals/settings")).citationStyle).toBe(citationStyle);
    });
  });

  describe("a new document", () => {
    it("leaves nothing behind when it is left without a word, and stays when something was written", async () => {
      const exists = async (id: string) =>
        (await admin.ask("GET", `/api/timings/${id}`, undefined, { draft: true })).status === 200;
      const page = await open("editor", "/collections/timings/create");
      await page.waitForURL(/timings\/(?!create)[^/]+$/);
      const left = page.url().split("/").at(-1) as string;
      await page.locator("#field-timing").waitFor();
      expect(await exists(left)).toBe(true);

      await page.locator(".step-nav a").nth(1).click();
      await expect.poll(() => exists(left), WAIT).toBe(false);

      await page.goto(`${product.cmsUrl}/admin/collections/timings/create`);
      await page.waitForURL(/timings\/(?!create)[^/]+$/);
      const kept = page.url().split("/").at(-1) as string;
      await typeInto(page, "#field-timing", "A word");
      await expect
        .poll(
          async () =>
            (await admin.ask("GET", `/api/timings/${kept}`, undefined, { draft: true })).body.timing,
          WAIT,
        )
        .toBe("A word");
      await page.locator(".step-nav a").nth(1).click();
      await page.locator("tbody tr", { hasText: "A word" }).waitFor();

      const asked = await admin.ask("POST", `/api/remove-if-empty/timings/${kept}`);
      expect(asked.body).toEqual({ removed: false });
      expect(await exists(kept)).toBe(true);
    });

    it("is never taken away once it is public", async () => {
      const { id } = await create("never");

      expect((await admin.ask("POST", `/api/remove-if-empty/faqs/${id}`)).body).toEqual({ removed: false });
      const manager = await Rest.login(product.cmsUrl, "clinic-manager@example.org", PASSWORD);
      expect((await manager.ask("POST", `/api/remove-if-empty/faqs/${id}`)).status).toBe(403);
      expect((await manager.ask("POST", `/api/discard-changes/faqs/${id}`)).status).toBe(403);
    });
  });

  if (database === databaseKinds[0])
    describe("a clinic manager", () => {
      it("is led to the own clinic, and sees titles without panels that fail", async () => {
        const page = await open("clinic-manager", "");
        await page.getByRole("heading", { name: "Your clinic" }).waitFor();
        expect(await page.getByText("What needs me").count()).toBe(0);

        const failed: string[] = [];
        page.on("response", (response) => response.status() >= 400 && failed.push(response.url()));
        const answered = followRequests(page);
        const { id } = await admin.bySlug("faqs", "marathon-safety");
        await page.goto(`${product.cmsUrl}/admin/collections/faqs/${id}`);
        await page.locator("#field-question").waitFor();
        await whenLoaded(page);
        await answered();
        expect(await page.locator("#preview-button, .clinic-side, #action-save").count()).toBe(0);
        expect(failed).toEqual([]);

        const clinic = await admin.bySlug("clinics", "riverside");
        await page.goto(`${product.cmsUrl}/admin/collections/clinics/${clinic.id}`);
        await page.locator("#action-save").waitFor();
        await page.getByText("Monday to Thursday, 09:00 to 19:00").waitFor();
      });
    });

  itOnOne("names every control, and each row of a list", async () => {
    const topic = await admin.bySlug("topics", "dry-needling-for-runners");
    const clinic = await admin.bySlug("clinics", "riverside");
    const page = await open("editor", "");
    const answered = followRequests(page);
    for (const path of [
      "",
      `/collections/topics/${topic.id}`,
      `/collections/clinics/${clinic.id}`,
      "/collections/faqs",
    ]) {
      await page.goto(`${product.cmsUrl}/admin${path}`);
      await whenLoaded(page);
      await answered();
      const unnamed = () =>
        page.evaluate(() =>
          [...document.querySelectorAll<HTMLInputElement>("button, a, input:not([type='hidden'])")]
            .filter(
              (each) =>
                each.checkVisibility() &&
                each.closest("[aria-hidden='true']") === null &&
                !(
                  each.textContent?.trim() ||
                  each.title ||
                  each.getAttribute("aria-label") ||
                  each.getAttribute("aria-labelledby") ||
                  each.labels?.length
                ),
            )
            .map((each) => each.outerHTML.slice(0, 200)),
        );
      await expect.poll(unnamed, WAIT).toEqual([]);
    }
    const row = page.locator("tbody tr").first();
    const title = await row.locator("td a").first().textContent();
    expect(await row.getByRole("checkbox", { name: `Select ${title}`, exact: true }).count()).toBe(1);
  });

  itOnOne("the dialog of a link refuses what publishing would refuse, at its field", async () => {
    const { id } = await create("link");
    const page = await open("editor", `/collections/faqs/${id}`);
    const editor = await openField(page, "answer");
    await editor.click();
    await page.keyboard.press("Control+A");
    await page.getByRole("button", { name: "Link", exact: true }).first().click();
    const dialog = page.locator("dialog[open]");
    const address = dialog.getByLabel("Address");
    const offered = dialog.locator("datalist option");
    await expect.poll(() => offered.count(), WAIT).toBeGreaterThan(5);
    await address.fill("www.example.org");
    await dialog.locator('button[type="submit"]').click();

    const refused = dialog.locator(".field-error");
    await expect.poll(() => refused.textContent(), WAIT).toContain("Begin with https://");

    await address.fill("https://www.example.org");
    // Within a seventh of a second after a field was filled in, Payload takes what was in it before: one presses again.
    const isOpenAfterPressing = async () => {
      await dialog
        .locator('button[type="submit"]')
        .click({ timeout: 1000 })
        .catch(() => {});
      return dialog.isVisible();
    };
    await expect.poll(isOpenAfterPressing, { ...WAIT, interval: 1000 }).toBe(false);
    await expect
      .poll(
        async () =>
          JSON.stringify(
            (await admin.must("GET", `/api/faqs/${id}`, undefined, { draft: true, depth: 0 })).answer,
          ),
        WAIT,
      )
      .toContain('"url":"https://www.example.org"');
  });

  itOnOne("fits a phone", async () => {
    const topic = await admin.bySlug("topics", "dry-needling-for-runners");
    const page = await open("editor", "", { width: 390 });
    const answered = followRequests(page);
    for (const path of ["", "/collections/faqs", `/collections/topics/${topic.id}`, "/account"]) {
      await page.goto(`${product.cmsUrl}/admin${path}`);
      await whenLoaded(page);
      await answered();
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([path, overflow]).toEqual([path, 0]);
    }
  });
});
