/** Taking the demo content away: by administrators, after a question, and only what nobody has touched. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { logIn, pressUntil } from "../support/admin.ts";
import { launchBrowser } from "../support/browser.ts";
import { bootstrapAdministrator } from "../support/firstAdministrator.ts";
import { followPageErrors } from "../support/pageErrors.ts";
import { eachDatabase, type Product, startProduct } from "../support/product.ts";
import { Rest } from "../support/rest.ts";

const PASSWORD = "a long enough pass phrase";
const WAIT = { timeout: 30_000, interval: 200 };

eachDatabase("the button that removes demo content", (database) => {
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

  it("is refused to everybody but administrators", async () => {
    const email = "editor@example.org";
    await admin.create("users", { name: "Eve", email, password: PASSWORD, role: "editor" });
    const editor = await Rest.login(product.cmsUrl, email, PASSWORD);

    expect((await editor.ask("POST", "/api/remove-demo-content")).status).toBe(403);
    expect((await new Rest(product.cmsUrl).ask("POST", "/api/remove-demo-content")).status).toBe(401);
    expect(await product.content("topics/dry-needling-for-runners.json")).not.toBeNull();
  });

  it("asks first, removes what nobody touched with its public files, and leaves the rest as it is", async () => {
    const drafted = await admin.bySlug("faqs", "marathon-safety");
    await admin.update("faqs", drafted.id, { question: "Our own draft?" }, { draft: true });
    const published = await admin.bySlug("injuries", "shin-splints");
    await admin.update("injuries", published.id, { summary: "Our own words.", _status: "published" });
    const injuryBefore = await admin.bySlug("injuries", "shin-splints");
    const page = await (await browser.newContext()).newPage();
    await logIn(page, product);

    await pressUntil(
      page.getByRole("button", { name: "Remove demo content" }),
      page.getByText("Remove the demo content?"),
    );
    expect(await product.content("topics/dry-needling-for-runners.json")).not.toBeNull();
    await page.getByRole("button", { name: "Remove it" }).click();

    await page.getByRole("heading", { name: "What to do next" }).waitFor(WAIT);
    expect(await page.locator("#next-steps + *").first().isVisible()).toBe(true);
    await expect
      .poll(
        async () => [
          await product.content("topics/dry-needling-for-runners.json"),
          await product.content("topics/dry-needling-for-runners/faqs.json"),
          await product.content("clinics/riverside.json"),
        ],
        WAIT,
      )
      .toEqual([null, null, null]);
    const count = async (collection: string) =>
      (await admin.must("GET", `/api/${collection}`, undefined, { limit: 1 })).totalDocs;
    expect([
      await count("topics"),
      await count("clinics"),
      await count("benefits"),
      await count("studies"),
    ]).toEqual([0, 0, 0, 0]);
    expect([await count("faqs"), await count("injuries")]).toEqual([1, 1]);
    const draft = await admin.must("GET", `/api/faqs/${drafted.id}`, undefined, { draft: true });
    expect([draft.question, draft._status]).toEqual(["Our own draft?", "draft"]);
    expect((await admin.must("GET", `/api/faqs/${drafted.id}`)).question).toBe(drafted.question);
    expect(await admin.bySlug("injuries", "shin-splints")).toEqual(injuryBefore);
  });
});
