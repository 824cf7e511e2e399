/**
 * How long it takes from an editor's "saved" until readers see it, and until what was withdrawn is gone, on both databases.
 * The peer: Payload's own REST API, asked for the same change right after the same save.
 */
import { bootstrapAdministrator } from "../support/firstAdministrator.ts";
import type { Database } from "../support/product.ts";
import { startProduct } from "../support/product.ts";
import { lexical, type Rest } from "../support/rest.ts";
import { median, percentile } from "./statistics.ts";

const ROUNDS = 30;
export const PROMISED_MS = 2000;
const PATIENCE_MS = 30_000;
const SLUG = "how-many-sessions";

export type PublishResult = {
  database: Database;
  what: "published" | "withdrawn";
  saveP50: number;
  p50: number;
  p95: number;
  slowest: number;
  peerP50: number;
  peerP95: number;
};

type Times = { save: number[]; ours: number[]; peer: number[] };

export async function measurePublish(database: Database): Promise<PublishResult[]> {
  const product = await startProduct({ database, demo: true });
  try {
    const admin = await bootstrapAdministrator(product);
    const { id } = await admin.bySlug("faqs", SLUG);
    const url = `${product.cmsUrl}/embed/v1/content/en/topics/dry-needling-for-runners/faqs.json`;
    const publicFile = async () => (await fetch(url)).text();
    const restRead = async () => JSON.stringify((await publishedByRest(admin)).body);
    const published: Times = { save: [], ours: [], peer: [] };
    const withdrawn: Times = { save: [], ours: [], peer: [] };

    for (let round = 0; round < ROUNDS; round++) {
      // In turns, so that neither is always asked while the other's work is still going on.
      for (const [peer, read] of [["ours", publicFile] as const, ["peer", restRead] as const]) {
        const words = `Measured text number ${round} for ${peer}.`;
        await measure(published, peer, {
          save: () => admin.update("faqs", id, { answer: lexical(words), _status: "published" }),
          isThere: async () => (await read()).includes(words),
        });
        await measure(withdrawn, peer, {
          save: () => admin.update("faqs", id, { _status: "draft" }),
          isThere: async () => !(await read()).includes(`"${SLUG}"`),
        });
      }
    }
    return [resultOf(database, "published", published), resultOf(database, "withdrawn", withdrawn)];
  } finally {
    await product.stop();
  }
}

/** Saves, then looks until it is there; the clock starts when the editor sees that it is saved. */
async function measure(
  times: Times,
  peer: "ours" | "peer",
  { save, isThere }: { save: () => Promise<unknown>; isThere: () => Promise<boolean> },
): Promise<void> {
  const start = performance.now();
  await save();
  const saved = performance.now();
  while (!(await isThere()))
    if (performance.now() - saved > PATIENCE_MS)
      throw new Error(`A change could not be seen (${peer}) ${PATIENCE_MS / 1000} s after it was saved.`);
  times.save.push(saved - start);
  times[peer].push(performance.now() - saved);
}

const publishedByRest = (admin: Rest) =>
  admin.ask("GET", "/api/faqs", undefined, {
    "where[slug][equals]": SLUG,
    "where[_status][equals]": "published",
    depth: 0,
  });

function resultOf(database: Database, what: PublishResult["what"], times: Times): PublishResult {
  return {
    database,
    what,
    saveP50: Math.round(median(times.save)),
    p50: Math.round(median(times.ours)),
    p95: Math.round(percentile(times.ours, 95)),
    slowest: Math.round(Math.max(...times.ours)),
    peerP50: Math.round(median(times.peer)),
    peerP95: Math.round(percentile(times.peer, 95)),
  };
}
