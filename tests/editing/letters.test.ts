/** "I forgot my password" as somebody uses it, with a mail server that takes the letter. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { ADMINISTRATOR, logInAs, press, typeInto } from "../support/admin.ts";
import { launchBrowser } from "../support/browser.ts";
import { bootstrapAdministrator } from "../support/firstAdministrator.ts";
import { type Mailbox, openMailbox } from "../support/mailbox.ts";
import { followPageErrors } from "../support/pageErrors.ts";
import { eachDatabase, type Product, startProduct } from "../support/product.ts";
import { Rest } from "../support/rest.ts";

const EDITOR = "eve@example.org";
const NEW_PASSWORD = "another long pass phrase";
const CHANGED_PASSWORD = "a quiet garden behind walls";
const PATIENCE = { timeout: 15_000 };

eachDatabase("a forgotten password", (database) => {
  const pages = followPageErrors();
  let product: Product;
  let browser: Browser;
  let mailbox: Mailbox;
  beforeAll(async () => {
    mailbox = await openMailbox();
    product = await startProduct({
      database,
      demo: false,
      env: { SMTP_URL: mailbox.url, SMTP_FROM: "clinic@example.org" },
    });
    browser = pages.watch(await launchBrowser());
    const admin = await bootstrapAdministrator(product);
    await admin.create("users", { name: "Eve", email: EDITOR, password: NEW_PASSWORD, role: "editor" });
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await mailbox?.close();
  });

  it("is made new by a letter, once", async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${product.cmsUrl}/admin/login`);
    await page.getByRole("link", { name: "Forgot password?" }).click();
    await page.waitForURL(/\/forgot$/);
    await typeInto(page, 'input[name="email"]', ADMINISTRATOR.email);
    await page.locator('button[type="submit"]').click();

    await expect.poll(() => mailbox.letters.length, PATIENCE).toBe(1);
    expect(mailbox.letters[0]?.to).toEqual([ADMINISTRATOR.email]);
    const link = /http\S+/.exec(mailbox.letters[0]?.text ?? "")?.[0] ?? "";
    expect(link).toContain(`${product.cmsUrl}/admin/reset/`);
    // The log of the server is read by people who may not log in.
    expect(product.output()).not.toContain(link.split("/").at(-1));

    await page.goto(link);
    await typeInto(page, 'input[name="password"]', NEW_PASSWORD);
    await typeInto(page, 'input[name="confirm-password"]', NEW_PASSWORD);
    await vi.waitFor(async () => {
      if (!page.url().includes("/reset/")) return;
      // Within a seventh of a second after it was filled in, Payload takes its form for empty: one presses again.
      await page.locator('button[type="submit"]').click({ timeout: 3000 });
      await page.waitForURL((url) => !url.pathname.includes("/reset/"), { timeout: 5000 });
    }, 30_000);

    await expect.poll(() => mailbox.letters.length, PATIENCE).toBe(2);
    expect(mailbox.letters[1]?.to).toEqual([ADMINISTRATOR.email]);
    expect(mailbox.letters[1]?.text).toContain("was changed on");
    const other = await (await browser.newContext()).newPage();
    await logInAs(other, product, ADMINISTRATOR.email, NEW_PASSWORD);
    const nobody = new Rest(product.cmsUrl);
    const reset = await nobody.ask("POST", "/api/users/reset-password", {
      token: link.split("/").at(-1),
      password: "a pass phrase of somebody else",
    });
    expect(reset.status).toBe(403);
    const old = { email: ADMINISTRATOR.email, password: ADMINISTRATOR.password };
    expect((await nobody.ask("POST", "/api/users/login", old)).status).toBe(401);
  });

  it("brings one letter a minute to an account and none to others, and answers alike", async () => {
    const earlier = mailbox.letters.length;
    const ask = (email: string) =>
      new Rest(product.cmsUrl).ask("POST", "/api/users/forgot-password", { email });

    const unknown = await ask("nobody@example.org");
    const known = await ask(ADMINISTRATOR.email);
    await expect.poll(() => mailbox.letters.length, PATIENCE).toBe(earlier + 1);
    const again = await ask(ADMINISTRATOR.email);

    expect(known.status).toBe(200);
    expect(unknown).toEqual(known);
    expect(again).toEqual(known);
    // A letter that is asked for later has arrived: one that should not come would have come before it.
    await ask(EDITOR);
    await expect.poll(() => mailbox.letters.at(-1)?.to, PATIENCE).toEqual([EDITOR]);
    expect(mailbox.letters.slice(earlier).map(({ to }) => to)).toEqual([[ADMINISTRATOR.email], [EDITOR]]);
  });

  it("is changed in the own account with the current one, and a letter says so", async () => {
    const earlier = mailbox.letters.length;
    const page = await (await browser.newContext()).newPage();
    await logInAs(page, product, EDITOR, NEW_PASSWORD);
    pages.allow(page, /status of 400 .*\/api\/users\//, "a wrong password is refused");
    await page.goto(`${product.cmsUrl}/admin/account`);
    const current = page.locator("#field-currentPassword");
    const save = page.locator("#action-save");
    // Within a seventh of a second after a field was filled in, Payload takes it for empty: one presses again.
    const answerToSave = () =>
      vi.waitFor(async () => {
        const [request] = await Promise.all([
          page.waitForRequest((each) => each.method() === "PATCH", { timeout: 4000 }),
          save.click({ timeout: 3000 }),
        ]);
        return { sent: request.postData(), status: (await request.response())?.status() };
      }, 30_000);

    await typeInto(page, "#field-email", "else@example.org");
    await current.waitFor();
    await typeInto(page, "#field-email", EDITOR);
    await current.waitFor({ state: "hidden" });
    await press(page.locator("#change-password"));
    await typeInto(page, "#field-password", CHANGED_PASSWORD);
    await typeInto(page, "#field-confirm-password", CHANGED_PASSWORD);
    expect(await current.getAttribute("autocomplete")).toBe("current-password");
    await typeInto(page, "#field-currentPassword", "not the right pass phrase");
    expect((await answerToSave()).status).toBe(400);

    const fault = page.getByText("This is not your current password.").first();
    await fault.waitFor();
    expect(await page.locator("#field-password").inputValue()).toBe(CHANGED_PASSWORD);
    await typeInto(page, "#field-currentPassword", NEW_PASSWORD);
    await fault.waitFor({ state: "hidden" });
    expect((await answerToSave()).status).toBe(200);
    await current.waitFor({ state: "hidden" });

    // What was typed is gone from the form: the next change neither asks for it nor sends it again.
    await typeInto(page, "#field-name", "Eve Editor");
    const renamed = await answerToSave();
    expect(renamed.status).toBe(200);
    expect(renamed.sent).not.toContain("garden");
    await expect.poll(() => mailbox.letters.length, PATIENCE).toBe(earlier + 1);
    expect(mailbox.letters.at(-1)).toMatchObject({
      to: [EDITOR],
      text: expect.stringContaining("by you, from your own account"),
    });
    for (const secret of [CHANGED_PASSWORD, NEW_PASSWORD])
      expect(product.output() + JSON.stringify(mailbox.letters)).not.toContain(secret);
    await logInAs(await (await browser.newContext()).newPage(), product, EDITOR, CHANGED_PASSWORD);
  });
});
