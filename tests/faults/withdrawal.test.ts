/** Something that breaks the contract, past every check, never keeps what an editor withdraws on the sites. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { bootstrapAdministrator } from "../support/firstAdministrator.ts";
import { eachDatabase, freshDatabase, type Product, startProduct } from "../support/product.ts";
import { type Doc, lexical, type Rest } from "../support/rest.ts";
import { openRows, type Rows } from "../support/rows.ts";

const TOPIC = "dry-needling-for-runners";
const PATIENCE = { timeout: 20_000 };

eachDatabase("a withdrawal beside what is broken", (database) => {
  const data = freshDatabase(database);
  let product: Product;
  let admin: Rest;
  let rows: Rows;
  /** As they are while nothing is broken. */
  let publicPaths: string[];

  beforeAll(async () => {
    product = await startProduct({ ...data, database, demo: true });
    admin = await bootstrapAdministrator(product);
    rows = openRows(data.dataDir, data.mongodbUrl);
    publicPaths = await product.publicPaths();
  });
  afterAll(async () => {
    await rows?.close();
    await product?.stop();
    await data.remove();
  });

  const statusOf = async (path: string) =>
    (await fetch(`${product.cmsUrl}/embed/v1/content/en/${path}`)).status;
  /** The addresses that say `words`, of all that are public. */
  const saying = async (words: string) => {
    const said: string[] = [];
    for (const path of publicPaths)
      if ((await (await fetch(product.cmsUrl + path)).text()).includes(words)) said.push(path);
    return said;
  };
  /** A public topic that no clinic shows, and so may be deleted for ever. */
  async function makeTopic(slug: string): Promise<Doc> {
    const topic = await admin.create("topics", {
      title: "To be deleted",
      slug,
      intro: lexical("Soon gone."),
      body: [],
      _status: "published",
    });
    await expect.poll(() => statusOf(`topics/${slug}.json`), PATIENCE).toBe(200);
    return topic;
  }

  it.each<[string, "timings" | "topics" | "clinics", string, string, string]>([
    ["an item", "timings", "before-a-race", "slug", "Not A Slug"],
    ["the topic", "topics", TOPIC, "slug", "Not A Topic"],
    ["the clinic", "clinics", "riverside", "slug", "Not A Clinic"],
  ])(
    "with %s broken: unpublishing, trashing and deleting for ever arrive",
    async (name, collection, slug, field, value) => {
      const broken = await admin.bySlug(collection, slug);
      const unpublished = await admin.bySlug("faqs", "marathon-safety");
      const trashed = await admin.bySlug("injuries", "achilles-tendinitis");
      const doomed = await makeTopic(`doomed-${name.replace(" ", "-")}`);
      expect(await saying("train for a marathon")).not.toEqual([]);
      await rows.set(collection, broken.id, field, value);

      await admin.update("faqs", unpublished.id, { _status: "draft" });
      await admin.update("injuries", trashed.id, { deletedAt: new Date().toISOString() });
      await admin.must("DELETE", `/api/topics/${doomed.id}`);

      await expect.poll(() => statusOf(`topics/${doomed.slug}.json`), PATIENCE).toBe(404);
      await expect.poll(() => saying("train for a marathon"), PATIENCE).toEqual([]);
      await expect.poll(() => saying('"slug":"achilles-tendinitis"'), PATIENCE).toEqual([]);

      // Mended by its editor, everything is back.
      await admin.update(collection, broken.id, {
        slug,
        ...(broken._status ? { _status: "published" } : {}),
      });
      await admin.update("injuries", trashed.id, { deletedAt: null }, { trash: true });
      await admin.update("faqs", unpublished.id, { _status: "published" });
      await expect.poll(() => saying("train for a marathon"), PATIENCE).not.toEqual([]);
    },
  );
});
