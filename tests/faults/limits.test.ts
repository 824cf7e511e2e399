/** What the system allows a process is little: open files, the size of a file. Needs no rights to test. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ADMINISTRATOR } from "../support/admin.ts";
import { bootstrapAdministrator } from "../support/firstAdministrator.ts";
import { eachDatabase, type Product, startProduct } from "../support/product.ts";
import { lexical, Rest } from "../support/rest.ts";

const FAQS = "topics/dry-needling-for-runners/faqs.json";
const PATIENCE = { timeout: 30_000 };
const DESCRIPTORS = 1024;
/** Linux says how many are open. Elsewhere there are more saves than descriptors: one left open by each is one too many. */
const SAVES = process.platform === "linux" ? 300 : DESCRIPTORS + 100;
/** How many more may be open at the end than at the beginning: also one that every tenth save left open is seen. */
const MORE = 25;

const save = (admin: Rest, id: string, words: string) =>
  admin.ask("PATCH", `/api/faqs/${id}`, { answer: lexical(words), _status: "published" }, { depth: 0 });

let product: Product | undefined;
let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "clinic-widgets-limits-"));
});
afterEach(async () => {
  await product?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

eachDatabase(`with room for ${DESCRIPTORS} open files`, (database) => {
  it(`takes ${SAVES} saves, and publishes the last`, async () => {
    product = await startProduct({ database, demo: true, dataDir, limits: `ulimit -n ${DESCRIPTORS}` });
    const admin = await bootstrapAdministrator(product);
    const { id } = await admin.bySlug("faqs", "how-many-sessions");

    const descriptors = () =>
      process.platform === "linux" ? readdirSync(`/proc/${product?.pid}/fd`).length : 0;

    expect((await save(admin, id, "Save number 0.")).status).toBe(200);
    const before = descriptors();
    for (let n = 1; n <= SAVES; n++) expect((await save(admin, id, `Save number ${n}.`)).status).toBe(200);

    expect(descriptors() - before).toBeLessThan(MORE);

    await expect
      .poll(async () => JSON.stringify(await product?.content(FAQS)), PATIENCE)
      .toContain(`Save number ${SAVES}.`);
  }, 600_000);
});

it("tells the editor in a sentence that the disk takes no more, and loses nothing", async () => {
  product = await startProduct({ database: "sqlite", demo: true, dataDir });
  const admin = await bootstrapAdministrator(product);
  const { id, answer } = await admin.bySlug("faqs", "how-many-sessions");
  await product.stop();
  // In blocks of 512 bytes: little more than the database has now. It stands for a full disk, which only root can make.
  product = await startProduct({ database: "sqlite", demo: true, dataDir, limits: "ulimit -f 12000" });
  const limited = await Rest.login(product.cmsUrl, ADMINISTRATOR.email, ADMINISTRATOR.password);

  let refused: Awaited<ReturnType<typeof save>> | undefined;
  let kept = answer;
  for (let n = 0; n < 300 && !refused; n++) {
    const result = await save(limited, id, `${n} `.repeat(20_000));
    if (result.status >= 400) refused = result;
    else kept = (result.body as { doc: { answer: unknown } }).doc.answer;
  }
  expect(refused?.status).toBe(507);
  expect(JSON.stringify(refused?.body)).toContain("the disk of the server is full or cannot be written");
  expect((await limited.bySlug("faqs", "how-many-sessions")).answer).toEqual(kept);
  // Whoever comes now, to see what takes up the room, gets in, whatever others have tried before.
  await new Rest(product.cmsUrl).ask("POST", "/api/users/login", {
    email: ADMINISTRATOR.email,
    password: "wrong",
  });
  const late = await Rest.login(product.cmsUrl, ADMINISTRATOR.email, ADMINISTRATOR.password);
  expect((await late.bySlug("faqs", "how-many-sessions")).answer).toEqual(kept);

  await product.stop();
  product = await startProduct({ database: "sqlite", demo: true, dataDir });
  const again = await Rest.login(product.cmsUrl, ADMINISTRATOR.email, ADMINISTRATOR.password);
  expect((await again.bySlug("faqs", "how-many-sessions")).answer).toEqual(kept);
  expect((await save(again, id, "Saved when there was room again.")).status).toBe(200);
  await expect
    .poll(async () => JSON.stringify(await product?.content(FAQS)), PATIENCE)
    .toContain("Saved when there was room again.");
}, 300_000);
