/** What a case needs: the product with the demo content, an administrator, and a partner's website beside it. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { vi } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { bootstrapAdministrator } from "../support/firstAdministrator.ts";
import { type Database, type Product, startProduct } from "../support/product.ts";
import { lexical, type Rest } from "../support/rest.ts";

/** One thing that a person brings, and what became of it. */
export type Case = {
  /** Its number, and what somebody does. */
  sample: string;
  /** What came of it when it was found. */
  got: string;
  right: string;
  /** What comes of it now, in the words of `right`. */
  now: (stage: Stage) => Promise<string>;
};

export type Stage = {
  product: Product;
  admin: Rest;
  /**
   * Serves these pages, and opens `path` of them at the moment `now`; `CMS/` in a page is the address of the CMS.
   * Close its context when it is done.
   */
  visit(
    pages: Record<string, string>,
    options?: BrowserContextOptions & { path?: string; now?: string },
  ): Promise<Page>;
  /** What `find` comes to once it comes to anything: publishing takes a moment. */
  soon<T>(find: () => Promise<T | undefined | null>): Promise<T>;
  close(): Promise<void>;
};

export const TOPIC = "dry-needling-for-runners";
/** A page as a partner writes it. */
export const pageWith = (body: string, head = "", topic = TOPIC, clinic = "riverside"): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Partner</title>${head}` +
  `<script src="CMS/embed/v1/loader.js" data-topic="${topic}" data-clinic="${clinic}" async></script>${body}</html>`;

export async function openStage(database: Database): Promise<Stage> {
  const product = await startProduct({ database, demo: true });
  const admin = await bootstrapAdministrator(product);
  const browser: Browser = await launchBrowser();
  let served: Record<string, string> = {};
  const site = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://partner").pathname;
    const page = served[path];
    response.writeHead(page === undefined ? 404 : 200, {
      "content-type": path.endsWith(".js") ? "text/javascript" : "text/html",
      // As many sites say it: nothing is kept for a reader who comes back.
      "cache-control": "no-store",
    });
    response.end(page?.replaceAll("CMS/", `${product.cmsUrl}/`));
  });
  await new Promise<void>((resolve) => site.listen(0, resolve));
  const origin = `http://localhost:${(site.address() as AddressInfo).port}`;
  return {
    product,
    admin,
    async visit(pages, { path = "/", now, ...options } = {}) {
      served = pages;
      const page = await (await browser.newContext(options)).newPage();
      if (now) await page.clock.install({ time: now });
      await page.goto(origin + path);
      return page;
    },
    soon: (find) =>
      vi.waitFor(
        async () => {
          const found = await find();
          if (found === undefined || found === null) throw new Error("Nothing came of it.");
          return found;
        },
        { timeout: 15_000, interval: 100 },
      ),
    async close() {
      await browser.close();
      site.closeAllConnections();
      await new Promise((resolve) => site.close(resolve));
      await product.stop();
    },
  };
}

let serial = 0;
/** A word that nothing else is called by. */
export const fresh = (word: string): string => `${word}-${++serial}`;

/** A public topic that shows these documents, by its slug. */
export async function topicWith(
  { admin, product, soon }: Stage,
  fields: Record<string, unknown>,
): Promise<string> {
  const slug = fresh("cases");
  await admin.must("POST", "/api/topics", {
    title: "Cases",
    slug,
    intro: lexical("What people brought."),
    ...fields,
    _status: "published",
  });
  await soon(() => product.content(`topics/${slug}.json`));
  return slug;
}

/** The sentences of a refusal, or of a success the word "accepted". */
export function outcomeOf({ status, body }: { status: number; body: Record<string, unknown> }): string {
  if (status < 300) return "accepted";
  const [error] = (body.errors ?? []) as { message: string; data?: { errors?: { message: string }[] } }[];
  const sentences = error?.data?.errors?.map(({ message }) => message) ?? [error?.message ?? ""];
  return `refused: ${sentences.join(" ")}`;
}
