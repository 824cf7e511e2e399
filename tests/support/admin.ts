/** The admin UI as an editor uses it, for tests that must go through it. */
import type { Browser, Locator, Page } from "playwright-core";
import type { Product } from "./product.ts";
import { Rest } from "./rest.ts";

export const ADMINISTRATOR = {
  name: "Ada Admin",
  email: "ada@example.org",
  password: "a long enough pass phrase",
};

/** Opens the one-time link that the server printed, fills in the form, and comes back with a REST login. */
export async function createFirstAdministrator(product: Product, browser: Browser): Promise<Rest> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(await product.firstAdminLink());
  await page.getByLabel("Name", { exact: false }).first().fill(ADMINISTRATOR.name);
  await page.getByLabel("mail", { exact: false }).first().fill(ADMINISTRATOR.email);
  for (const field of await page.locator('input[type="password"]').all())
    await field.fill(ADMINISTRATOR.password);
  await page.locator('button[type="submit"]').click();
  await page.waitForURL(/\/admin/, { timeout: 15_000 });
  await page.context().close();
  return Rest.login(product.cmsUrl, ADMINISTRATOR.email, ADMINISTRATOR.password);
}

export const logIn = (page: Page, product: Product): Promise<void> =>
  logInAs(page, product, ADMINISTRATOR.email, ADMINISTRATOR.password);

/** Fills in the login form as anybody. */
export async function logInAs(page: Page, product: Product, email: string, password: string): Promise<void> {
  await page.goto(`${product.cmsUrl}/admin/login`);
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('button[type="submit"]').click();
  await page.waitForURL((url) => !url.pathname.endsWith("/login"), { timeout: 15_000 });
}

/** Types `words` into the field of this selector, once the page listens: what is typed before is drawn over. */
export async function typeInto(page: Page, selector: string, words: string): Promise<void> {
  await page.waitForFunction((each) => {
    const element = document.querySelector(each);
    return element !== null && Object.keys(element).some((key) => key.startsWith("__reactProps"));
  }, selector);
  await page.locator(selector).fill(words);
}

/** The editable area of a rich-text field. */
export async function openField(page: Page, name: string): Promise<Locator> {
  const editor = page
    .locator(
      `#field-${name} [contenteditable="true"], .field-type:has(label[for="field-${name}"]) [contenteditable="true"]`,
    )
    .first();
  await editor.waitFor();
  return editor;
}

/** Presses Publish and waits until the admin says that it is done. */
export async function publish(page: Page): Promise<void> {
  const answered = page.waitForResponse(
    (response) =>
      response.request().method() === "PATCH" &&
      response.url().includes("/api/") &&
      !response.url().includes("draft=true"),
  );
  await page.locator("#action-save").click();
  const response = await answered;
  if (!response.ok()) throw new Error(`Publishing answered ${response.status()}: ${await response.text()}`);
}
