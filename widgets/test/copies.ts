/** The copies that elements store for outages: tests read and age them. */
import type { Cms } from "./cms.ts";
import { mount, until } from "./mount.ts";

const open = () => caches.open("clinic-widgets-1");

/** The addresses of all copies. */
export const copies = async (): Promise<string[]> => (await (await open()).keys()).map(({ url }) => url);

/** The page's clock, as it is read directly and through events, so that a test can let time pass. */
const now = performance.now.bind(performance);
const timeStamp = Object.getOwnPropertyDescriptor(Event.prototype, "timeStamp")?.get as () => number;
let laterMs = 0;
performance.now = () => now() + laterMs;
Object.defineProperty(Event.prototype, "timeStamp", {
  configurable: true,
  get(this: Event) {
    return timeStamp.call(this) + laterMs;
  },
});

/**
 * What a reload does: the answers that the page holds in memory serve nobody any more, the copies stay. A minute passes for
 * that, because the code that ships lets nobody look into its memory.
 */
export const reload = (): void => {
  laterMs += 60_000;
};

/** Visits a page with the element once, until all that it read is in the store, and leaves the page again. */
export async function visit(cms: Cms, tag: string): Promise<void> {
  const it = mount(cms, tag);
  await it.event("clinic-load");
  const read = (await cms.requests()).length;
  // Those of this CMS alone: a copy for the test before may come late.
  const own = async () => (await copies()).filter((url) => url.startsWith(cms.origin));
  await until(async () => (await own()).length === read, "the copies");
  it.remove();
  reload();
}

/** Makes all copies as old as if their last contact were `days` ago. */
export async function ageCopies(days: number): Promise<void> {
  const cache = await open();
  for (const request of await cache.keys()) {
    const copy = (await cache.match(request)) as Response;
    const contact = String(Date.now() - days * 24 * 60 * 60 * 1000);
    await cache.put(request, new Response(await copy.text(), { headers: { "x-last-contact": contact } }));
  }
}

/** Puts `text` in the place of every copy. */
export async function spoilCopies(text: string): Promise<void> {
  const cache = await open();
  const headers = { "x-last-contact": String(Date.now()) };
  for (const request of await cache.keys()) await cache.put(request, new Response(text, { headers }));
}
