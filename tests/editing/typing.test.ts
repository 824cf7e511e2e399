/** What is typed in the admin, key by key and with pauses, as people do: autosave must never change it under their hands. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { logIn, openField, typeInto } from "../support/admin.ts";
import { launchBrowser } from "../support/browser.ts";
import { bootstrapAdministrator } from "../support/firstAdministrator.ts";
import { followPageErrors } from "../support/pageErrors.ts";
import { eachDatabase, type Product, startProduct } from "../support/product.ts";
import type { Doc, Rest } from "../support/rest.ts";

const WAIT = { timeout: 30_000, interval: 200 };

eachDatabase("typing", (database) => {
  const pages = followPageErrors();
  let product: Product;
  let browser: Browser;
  let admin: Rest;
  let page: Page;

  beforeAll(async () => {
    browser = pages.watch(await launchBrowser());
    product = await startProduct({ database, demo: true });
    admin = await bootstrapAdministrator(product);
    page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    await logIn(page, product);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** Opens a new document, which autosave makes at once, and answers with its id. */
  async function openNew(collection: string): Promise<string> {
    await page.goto(`${product.cmsUrl}/admin/collections/${collection}/create`);
    await page.waitForURL(new RegExp(`${collection}/(?!create)[^/?]+(\\?|$)`));
    return new URL(page.url()).pathname.split("/").at(-1) as string;
  }
  const saved = async (collection: string, id: string): Promise<Doc> =>
    (await admin.ask<Doc>("GET", `/api/${collection}/${id}`, undefined, { draft: true, depth: 0 })).body;

  it("a title word by word keeps the space before the next word, and the slug follows to the end", async () => {
    const id = await openNew("timings");
    await typeInto(page, "#field-timing", "Before ");
    await expect.poll(async () => (await saved("timings", id)).timing, WAIT).toBe("Before ");
    // Autosave has answered: the form shows what it made of the slug.
    await expect.poll(() => page.locator("#field-slug").inputValue(), WAIT).toBe("before");

    await page.locator("#field-timing").press("End");
    await page.keyboard.type("a long day");
    await expect.poll(async () => (await saved("timings", id)).slug, WAIT).toBe("before-a-long-day");

    expect(await page.locator("#field-timing").inputValue()).toBe("Before a long day");
    await expect.poll(() => page.locator("#field-slug").inputValue(), WAIT).toBe("before-a-long-day");
  });

  it("a slug by hand stays when the title goes on", async () => {
    const id = await openNew("timings");
    await typeInto(page, "#field-timing", "After a long day");
    await expect.poll(async () => (await saved("timings", id)).slug, WAIT).toBe("after-a-long-day");

    await page.locator("#field-slug").fill("recovery");
    await expect.poll(async () => (await saved("timings", id)).slug, WAIT).toBe("recovery");
    await page.locator("#field-timing").fill("After a very long day");
    await expect.poll(async () => (await saved("timings", id)).timing, WAIT).toBe("After a very long day");

    expect((await saved("timings", id)).slug).toBe("recovery");
    expect(await page.locator("#field-slug").inputValue()).toBe("recovery");
  });

  it("a pasted DOI stays as it was pasted while the study is a draft", async () => {
    const id = await openNew("studies");
    await typeInto(page, "#field-doi", "https://doi.org/10.1007/s40279-025-02175-9");
    await expect
      .poll(async () => (await saved("studies", id)).doi, WAIT)
      .toBe("https://doi.org/10.1007/s40279-025-02175-9");

    expect(await page.locator("#field-doi").inputValue()).toBe("https://doi.org/10.1007/s40279-025-02175-9");
  });

  it("what was copied from Word comes in as lists, and what a text cannot hold is named", async () => {
    const id = await openNew("faqs");
    await typeInto(page, "#field-question", "What may I bring?");
    const editor = await openField(page, "answer");
    await editor.click();
    const item = (text: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp;</span>${text}</p>`;
    const html = `${item("Running <b>shoes</b>")}${item("Water")}<p>Not <s>today</s> more.</p><table><tr><td>1</td><td>2</td></tr></table>`;
    await editor.evaluate((element, copied) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", copied);
      clipboardData.setData("text/plain", "plain");
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, html);

    await page.getByText("Pasted without 1 table and 1 struck-out passage").waitFor();
    expect(await editor.evaluate((element) => element.innerHTML.replace(/<(\w+)[^>]*>/g, "<$1>"))).toBe(
      "<ul><li><span>Running </span><strong>shoes</strong></li><li><span>Water</span></li></ul><p><span>Not more.</span></p>",
    );
    await expect.poll(async () => JSON.stringify((await saved("faqs", id)).answer), WAIT).toContain("Water");
  });
});
