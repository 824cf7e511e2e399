/** The admin UI as an editor uses it, for tests that must go through it. */
import type { Browser, Locator, Page } from "playwright-core";
import { vi } from "vitest";
import type { Product } from "./product.ts";
import { Rest } from "./rest.ts";

export const ADMINISTRATOR = {
  name: "Ada Admin",
  email: "ada@example.org",
  password: "a long enough pass phrase",
};

/** Much longer than a page takes to start, on a machine that does four other things. */
const READY = { timeout: 30_000, interval: 50 };

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
  await typeInto(page, 'input[name="email"]', email);
  await typeInto(page, 'input[name="password"]', password);
  await page.locator('button[type="submit"]').click();
  await page.waitForURL((url) => !url.pathname.endsWith("/login"), { timeout: 15_000 });
}

/**
 * Waits until the page listens to an element: the server draws it first, and what is done before that is lost. So is what
 * is typed into a form that has not taken over its first state yet. Payload's forms say when they are ready; a dialog is
 * opened by the page itself.
 */
async function whenListening(element: Locator): Promise<void> {
  const listens = () =>
    element.evaluate((each) => {
      const form = each.closest("[data-form-ready]");
      if (form) return form.getAttribute("data-form-ready") === "true";
      if (each.closest("dialog[open]")) return true;
      throw new Error(
        "It lies in no form and in no dialog: press it until something shows that it was pressed.",
      );
    });
  // Not within the page: what the server drew may be drawn again.
  await vi.waitFor(async () => {
    if (!(await listens())) throw new Error(`The page never listened to ${element}.`);
  }, READY);
}

/** Clicks an element once the page listens to it. */
export async function press(element: Locator): Promise<void> {
  await whenListening(element);
  await element.click();
}

/**
 * Presses a button outside of forms and dialogs until what it opens is there, as one does on a page that does not listen
 * yet. What it opens must cover it, so that it is not pressed twice.
 */
export async function pressUntil(button: Locator, opened: Locator): Promise<void> {
  await vi.waitFor(async () => {
    if (!(await opened.isVisible())) await button.click({ timeout: 1000 });
    await opened.waitFor({ timeout: 1000 });
  }, READY);
}

/** Waits until nothing on the page of the admin says that it is still loading. */
export async function whenLoaded(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  const loading = page.locator('[data-form-ready="false"], .shimmer-effect, .loading-overlay');
  await loading.first().waitFor({ state: "detached" });
}

/** Types `words` into the field of this selector, once the page listens: what is typed before is drawn over. */
export async function typeInto(page: Page, selector: string, words: string): Promise<void> {
  await whenListening(page.locator(selector));
  await page.locator(selector).fill(words);
  // A form that is sent in the same instant is checked without what stands in the field.
  await nextDrawings(page);
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

/** Opens a document's edit view in one language and waits until it can be typed into. */
export async function openDocument(
  page: Page,
  product: Product,
  document: { collection: string; id: string },
  locale = "en",
): Promise<void> {
  await page.goto(
    `${product.cmsUrl}/admin/collections/${document.collection}/${document.id}?locale=${locale}`,
  );
  await whenListening(page.locator("#action-save"));
}

/** Replaces what stands in a rich-text field, key by key or, for a long text, as one input. */
export async function rewrite(
  page: Page,
  field: string,
  words: string,
  { asOneInput = false }: { asOneInput?: boolean } = {},
): Promise<void> {
  const editor = await openField(page, field);
  // Faster than any hand, the input may come before the editor has heard of the selection, and is dropped then.
  for (let attempt = 0; attempt < 5; attempt++) {
    await editor.click();
    await page.keyboard.press("Control+A");
    await nextDrawings(page);
    await (asOneInput ? page.keyboard.insertText(words) : page.keyboard.type(words));
    await nextDrawings(page);
    if ((await editor.textContent()) === words) return;
  }
  throw new Error(
    `Typing into "${field}" failed: it holds "${(await editor.textContent())?.slice(0, 200)}".`,
  );
}

/** Waits for two drawings of the page, after which what happened before has been worked off. */
async function nextDrawings(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** Does `act` and waits until the admin has saved it as a draft, with `words` in it. */
export async function saveDraft(page: Page, act: () => Promise<void>, words: string): Promise<void> {
  await answerTo(
    page,
    (url, body) => url.includes("draft=true") && body.includes(words),
    act,
    "Saving the draft",
  );
}

/** Presses Publish, or Save where there are no drafts, and waits until the server has agreed. */
export async function publish(page: Page): Promise<void> {
  await page.locator("#action-save:enabled").waitFor();
  await answerTo(
    page,
    (url) => !url.includes("draft=true"),
    () => press(page.locator("#action-save")),
    "Publishing",
  );
}

/** Unpublishes by the menu and its question. */
export async function unpublish(page: Page): Promise<void> {
  await press(page.locator(".doc-controls__popup button").first());
  await page.locator("#action-unpublish").click();
  await answerTo(
    page,
    (url) => !url.includes("draft=true"),
    () => page.locator("dialog[open] #confirm-action").click(),
    "Unpublishing",
  );
}

/** Restores a version by the button of its page. */
export async function restoreVersion(
  page: Page,
  product: Product,
  document: { collection: string; id: string },
  version: string,
): Promise<void> {
  await page.goto(
    `${product.cmsUrl}/admin/collections/${document.collection}/${document.id}/versions/${version}`,
  );
  await pressUntil(page.locator(".restore-version button").first(), page.locator("dialog[open]"));
  const answered = page.waitForResponse(
    (response) => response.request().method() === "POST" && response.url().includes(`/versions/${version}`),
  );
  await page.locator("dialog[open] #confirm-action").click();
  const response = await answered;
  if (!response.ok()) throw new Error(`Restoring answered ${response.status()}: ${await response.text()}`);
}

/** Takes a document out of a list of related ones. */
export async function removeRelation(page: Page, field: string, title: string): Promise<void> {
  const chip = page.locator(`#field-${field} .rs__multi-value`, { hasText: title });
  await press(chip.locator('button[aria-label="Remove"]'));
  await chip.waitFor({ state: "detached" });
}

/** Adds a document at the end of a list of related ones. */
export async function addRelation(page: Page, field: string, title: string): Promise<void> {
  const list = page.locator(`#field-${field}`);
  const search = list.locator('input[role="combobox"]');
  await whenListening(search);
  await search.fill(title);
  await page.locator(".rs__option", { hasText: title }).first().click();
  await list.locator(".rs__multi-value", { hasText: title }).waitFor();
}

/** Does `act` and waits for the answer to the change that it sends. */
async function answerTo(
  page: Page,
  isMeant: (url: string, body: string) => boolean,
  act: () => Promise<void>,
  what: string,
): Promise<void> {
  const answered = page.waitForResponse((response) => {
    const request = response.request();
    return (
      request.method() === "PATCH" &&
      /\/api\/(?!payload-)/.test(response.url()) &&
      isMeant(response.url(), request.postData() ?? "")
    );
  });
  await act();
  const response = await answered;
  if (!response.ok()) throw new Error(`${what} answered ${response.status()}: ${await response.text()}`);
}
