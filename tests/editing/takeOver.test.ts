/** Two people at one document: what one has left open, the other takes over; and who leaves holds nobody up. */
import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { logInAs, openDocument, press, typeInto } from "../support/admin.ts";
import { launchBrowser } from "../support/browser.ts";
import { bootstrapAdministrator } from "../support/firstAdministrator.ts";
import { eachDatabase, type Product, startProduct } from "../support/product.ts";
import type { Doc, Rest } from "../support/rest.ts";

const PASSWORD = "a long enough pass phrase";
const WAIT = { timeout: 20_000, interval: 200 };

eachDatabase("a clinic that somebody has left open", (database) => {
  let product: Product;
  let browser: Browser;
  let admin: Rest;
  let manager: Doc;
  let clinic: Doc;
  beforeAll(async () => {
    browser = await launchBrowser();
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

  async function openAs(role: string): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    await logInAs(page, product, `${role}@example.org`, PASSWORD);
    await openDocument(page, product, { collection: "clinics", id: clinic.id });
    return page;
  }
  /** Who has the clinic open. */
  async function holders(): Promise<unknown[]> {
    const { body } = await admin.ask<{ docs: { user: { value: { name: string } } }[] }>(
      "GET",
      `/api/payload-locked-documents?where[document.value][equals]=${clinic.id}`,
    );
    return body.docs.map(({ user }) => user.value.name);
  }
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
});
