/** What a page asks for, and whether it has been answered. */
import type { Page, Request } from "playwright-core";
import { vi } from "vitest";

const PATIENCE = { timeout: 30_000, interval: 20 };

/**
 * Follows the requests of a page from now on. What it gives back waits until all of them are answered, and those that the
 * answers led to: the page has nothing to wait for any more.
 */
export function followRequests(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  page.on("request", (request) => open.add(request));
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
  return () =>
    vi.waitFor(async () => {
      if (open.size === 0) {
        // An answer is worked off, and drawn, before the second drawing from now.
        await page.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
        );
        if (open.size === 0) return;
      }
      throw new Error(`The page still waits for ${[...open].map((request) => request.url()).join(", ")}.`);
    }, PATIENCE);
}
