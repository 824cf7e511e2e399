/**
 * Two people at one document, or one person in two windows: what one has left open, the other takes over; who leaves holds
 * nobody up; and nobody saves over what they have not seen.
 */
import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { logInAs, openDocument, press, publish, saveDraft, typeInto } from "../support/admin.ts";
import { launchBrowser } from "../support/browser.ts";
import { bootstrapAdministrator } from "../support/firstAdministrator.ts";
import { followPageErrors } from "../support/pageErrors.ts";
import { eachDatabase, type Product, startProduct } from "../support/product.ts";
import { type Doc, lexical, type Rest } from "../support/rest.ts";

const PASSWORD = "a long enough pass phrase";
const WAIT = { timeout: 20_000, interval: 200 };

eachDatabase("a document that is open twice", (database) => {
  const pages = followPageErrors();
  let product: Product;
  let browser: Browser;
  let admin: Rest;
  let manager: Doc;
  let clinic: Doc;
  beforeAll(async () => {
    browser = pages.watch(await launchBrowser());
    product = await startProduct({ database, demo: false });
    admin = await bootstrapAdministrator(product);
    const create = (role: string) =>
      admin.create("users", {
        name: role,
        email: `${role}@example.org`,
        password: PASSWORD,
        role,
        clinics: [],
      });
    await create("editor");
    manager = await create("clinic-manager");
  });
  /** A clinic that nobody has had open. */
  beforeEach(async () => {
    clinic = await admin.create("clinics", {
      name: "Riverside",
      slug: `riverside-${randomUUID()}`,
      city: "Albany",
    });
    await admin.update("users", manager.id, { clinics: [clinic.id] });
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  async function openAs(role: string, collection = "clinics", id = clinic.id): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    await logInAs(page, product, `${role}@example.org`, PASSWORD);
    await openDocument(page, product, { collection, id });
    return page;
  }
  /** A second window of the same person. */
  async function openAgain(page: Page, collection: string, id: string): Promise<Page> {
    const second = await page.context().newPage();
    await openDocument(second, product, { collection, id });
    return second;
  }
  /** Who has the clinic, or another document, open. */
  async function holders(id = clinic.id): Promise<unknown[]> {
    const { body } = await admin.ask<{ docs: { user: { value: { name: string } } }[] }>(
      "GET",
      `/api/payload-locked-documents?where[document.value][equals]=${id}`,
    );
    return body.docs.map(({ user }) => user.value.name);
  }
  const newFaq = () =>
    admin.create("faqs", {
      question: "Does it hurt?",
      answer: lexical("A little."),
      slug: `hurt-${randomUUID()}`,
      _status: "published",
    });
  const questionOf = async (id: string) =>
    (await admin.must("GET", `/api/faqs/${id}`, undefined, { draft: true })).question;
  /** Types a city, until the server has the form with it: its answer may hold the lock of somebody who has left by then. */
  async function typeCity(page: Page, words: string): Promise<void> {
    const heard = page.waitForResponse((response) => {
      const request = response.request();
      return request.method() === "POST" && Boolean(request.postData()?.includes(words));
    });
    await typeInto(page, "#field-city", words);
    await heard;
  }
  const city = async () => (await admin.must("GET", `/api/clinics/${clinic.id}`)).city;

  it("is taken over and saved by a second person, who frees it on leaving", async () => {
    const first = await openAs("editor");
    await typeInto(first, "#field-city", "Left open");
    await expect.poll(holders, WAIT).toEqual(["editor"]);

    const second = await openAs("clinic-manager");
    // The admin then requests the page again, and renders over what was typed before.
    const askedAnew = second.waitForResponse((response) => response.request().headers().rsc === "1");
    await press(second.locator("#document-locked-take-over"));
    await askedAnew;
    await expect.poll(holders, WAIT).toEqual(["clinic-manager"]);
    // On a busy machine what is typed may be rendered over once more: then a person types it again, and so does this.
    await expect
      .poll(
        async () => {
          if ((await city()) === "Boston") return "Boston";
          await typeInto(second, "#field-city", "Boston");
          await second
            .locator("#action-save")
            .click({ timeout: 2000 })
            .catch(() => {});
          return city();
        },
        { ...WAIT, timeout: 60_000 },
      )
      .toBe("Boston");

    await typeCity(second, "Never mind");
    await expect.poll(holders, WAIT).toEqual(["clinic-manager"]);
    await second.locator(".step-nav a").first().click();
    await press(second.locator("dialog[open] #confirm-action"));
    await expect.poll(holders, WAIT).toEqual([]);
    expect(await city()).toBe("Boston");
  }, 180_000);

  it("stays locked through autosaves, and is free when it is left with a question of its form on the way", async () => {
    const { id } = await newFaq();
    const page = await openAs("editor", "faqs", id);
    for (const words of ["Does it hurt much?", "Does it hurt very much?", "Does it hurt at all?"]) {
      await saveDraft(page, () => typeInto(page, "#field-question", words), words);
      await expect.poll(() => holders(id), WAIT).toEqual(["editor"]);
    }

    // The question arrives after the form was left, and makes the lock once more.
    const isAboutLeft = (body: string | null) => Boolean(body?.includes("Left?"));
    let leave = () => {};
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    await page.route("**/admin/**", async (route) => {
      if (isAboutLeft(route.request().postData())) await left;
      await route.continue();
    });
    const arrived = page.waitForResponse(
      (response) => response.request().method() === "POST" && isAboutLeft(response.request().postData()),
    );
    const asked = page.waitForRequest((request) => isAboutLeft(request.postData()));
    await page.locator("#field-question").fill("Left?");
    await asked;
    const released = page.waitForRequest((request) => request.method() === "DELETE");
    await page.locator(".step-nav a").first().click();
    await released;
    leave();
    await arrived;

    await expect.poll(() => holders(id), WAIT).toEqual([]);
  }, 120_000);

  it("is free when its window is closed", async () => {
    const { id } = await newFaq();
    const page = await openAs("editor", "faqs", id);
    await saveDraft(page, () => typeInto(page, "#field-question", "Closed?"), "Closed?");
    await expect.poll(() => holders(id), WAIT).toEqual(["editor"]);

    await page.close({ runBeforeUnload: true });

    await expect.poll(() => holders(id), WAIT).toEqual([]);
  }, 120_000);

  it("refuses the older of two drafts, shows both, and saves the one that is chosen", async () => {
    const { id } = await newFaq();
    const first = await openAs("editor", "faqs", id);
    const second = await openAgain(first, "faqs", id);
    await saveDraft(first, () => typeInto(first, "#field-question", "First window?"), "First window?");

    for (const page of [first, second])
      pages.allow(page, /status of 409 .*\/api\/faqs\//, "the older of two drafts is refused");
    await typeInto(second, "#field-question", "Second window?");
    const dialog = second.locator("dialog[open]");
    await dialog.getByText("after you had opened it").waitFor();

    expect(await dialog.locator("mark").allTextContents()).toEqual(
      expect.arrayContaining(["Second window?", "First window?"]),
    );
    expect(await second.locator("#field-question").inputValue()).toBe("Second window?");
    expect(await questionOf(id)).toBe("First window?");

    await dialog.getByRole("button", { name: "Save mine over it" }).click();
    await expect.poll(() => questionOf(id), WAIT).toBe("Second window?");
    await second.locator(".clinic-stale").waitFor({ state: "detached" });
    // And on: each autosave starts from the one before.
    for (const words of ["Second window once?", "Second window twice?"])
      await saveDraft(second, () => typeInto(second, "#field-question", words), words);

    await first.locator("#field-question").fill("First window again?");
    const other = first.locator("dialog[open]");
    await other.getByRole("button", { name: "Load the saved text" }).click();
    await expect.poll(() => first.locator("#field-question").inputValue(), WAIT).toBe("Second window twice?");
    await publish(first);
    expect((await admin.must("GET", `/api/faqs/${id}`)).question).toBe("Second window twice?");
  }, 180_000);

  it("refuses the older save of a clinic, and loses nothing that was typed", async () => {
    const first = await openAs("editor");
    const second = await openAgain(first, "clinics", clinic.id);
    await typeInto(first, "#field-city", "Boston");
    await publish(first);

    pages.allow(second, /status of 409 .*\/api\/clinics\//, "the older save is refused");
    await typeInto(second, "#field-city", "Chicago");
    await press(second.locator("#action-save:enabled"));
    const dialog = second.locator("dialog[open]");
    await dialog.getByText("after you had opened it").waitFor();
    expect(await dialog.locator("mark").allTextContents()).toEqual(["Chicago", "Boston"]);
    expect([await city(), await second.locator("#field-city").inputValue()]).toEqual(["Boston", "Chicago"]);

    await dialog.getByRole("button", { name: "Save mine over it" }).click();
    await expect.poll(city, WAIT).toBe("Chicago");
  }, 120_000);
});
