/**
 * How long it takes from an editor's save to the public file, on both databases: 30 saves each, one after the other.
 * Run with `npm run bench`; the result is in `results/`.
 */
import { bootstrapAdministrator } from "../support/firstAdministrator.ts";
import type { Database } from "../support/product.ts";
import { startProduct } from "../support/product.ts";
import { lexical } from "../support/rest.ts";
import { median } from "./load.ts";

const SAVES = 30;
const PROMISED_MS = 2000;

export type PublishResult = {
  database: Database;
  saves: number;
  medianMs: number;
  slowestMs: number;
  saveMs: number;
  withinPromise: boolean;
};

/** Saves a question's answer and asks for the public file until it holds the new text. */
export async function measurePublish(database: Database): Promise<PublishResult> {
  const product = await startProduct({ database, demo: true });
  try {
    const admin = await bootstrapAdministrator(product);
    const { id } = await admin.bySlug("faqs", "how-many-sessions");
    const url = `${product.cmsUrl}/embed/v1/content/en/topics/dry-needling-for-runners/faqs.json`;
    const publicAfter: number[] = [];
    const saved: number[] = [];
    for (let index = 0; index < SAVES; index++) {
      const words = `Measured text number ${index}.`;
      const start = performance.now();
      await admin.update("faqs", id, { answer: lexical(words), _status: "published" });
      const done = performance.now();
      while (!(await (await fetch(url)).text()).includes(words))
        if (performance.now() - done > 30_000) throw new Error(`${words} was not public after 30 s.`);
      saved.push(done - start);
      // From the moment at which the editor is told that it is saved.
      publicAfter.push(performance.now() - done);
    }
    const slowest = Math.max(...publicAfter);
    return {
      database,
      saves: SAVES,
      medianMs: Math.round(median(publicAfter)),
      slowestMs: Math.round(slowest),
      saveMs: Math.round(median(saved)),
      withinPromise: slowest < PROMISED_MS,
    };
  } finally {
    await product.stop();
  }
}
