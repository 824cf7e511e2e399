/**
 * The last good copy of each content file, for the days when the CMS cannot be reached.
 *
 * They are in the Cache API of the partner's origin: unlike `localStorage` it takes nothing from the partner's 5 MB and
 * never blocks the page. Where that does not exist (plain http) or touching it throws (sandboxed frames) there are no copies.
 */
import { type ContentFile, isContentFile, type Kind } from "@clinic-widgets/shared";

const CACHE_NAME = "clinic-widgets-1";
const CONTACT_HEADER = "x-last-contact";

/** Evidence that nobody could confirm for this long is not shown any more. */
const LIFETIME_MS = 30 * 24 * 60 * 60 * 1000;

/** Whether the last contact is too long ago, or in the future: then a clock was wrong, and its age is unknown. */
export const isTooOld = (contact: number, now: number): boolean => !(Math.abs(now - contact) <= LIFETIME_MS);

/** A copy and the time when the CMS last confirmed it. */
export type Copy = { file: ContentFile; contact: number };

/** Stores `file` as the last good copy of `url`, confirmed at `now`. */
export const storeCopy = (url: string, file: ContentFile, now: number): Promise<void> =>
  withCache(async (cache) => {
    const copy = new Response(JSON.stringify(file), { headers: { [CONTACT_HEADER]: String(now) } });
    try {
      await cache.put(url, copy);
    } catch {
      // No room left: rather no copy than one that is known to be out of date.
      await cache.delete(url);
    }
  });

/** The copy of `url`, however old, or `undefined`; also when the stored file is not a `kind` file. */
export const readCopy = (url: string, kind: Kind): Promise<Copy | undefined> =>
  withCache(async (cache) => {
    const stored = await cache.match(url);
    const file: unknown = await stored?.json();
    return stored && isContentFile(file, kind) ? { file, contact: contactOf(stored) } : undefined;
  });

/** Deletes the copy of `url`: its content was withdrawn. */
export const forgetCopy = (url: string): Promise<void> =>
  withCache(async (cache) => {
    await cache.delete(url);
  });

/** Deletes the copies that are too old to be shown again, so that the store stays small on a site with many topics. */
export const forgetOldCopies = (now: number): Promise<void> =>
  withCache(async (cache) => {
    for (const request of await cache.keys()) {
      const stored = await cache.match(request);
      if (stored && isTooOld(contactOf(stored), now)) await cache.delete(request);
    }
  });

const contactOf = (stored: Response): number => Number(stored.headers.get(CONTACT_HEADER));

async function withCache<T>(work: (cache: Cache) => Promise<T>): Promise<T | undefined> {
  try {
    return await work(await caches.open(CACHE_NAME));
  } catch {
    // No Cache API here, no room left, or the browser refuses: the widget works without copies.
    return undefined;
  }
}
