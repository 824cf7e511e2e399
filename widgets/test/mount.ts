/** Putting elements on the test page, and looking at them as a visitor would. */
import { CLINIC, type Cms, TOPIC } from "./cms.ts";

// The test page may name what ships as the elements to be tested (see groups.mjs).
const { elements = "../src/register.ts" } = document.documentElement.dataset;
const { registerClinicWidgets } = (await import(elements)) as typeof import("../src/register.ts");
registerClinicWidgets();

type Sent = { type: string; detail: Record<string, unknown>; event: Event };

export type Mounted = {
  element: HTMLElement;
  container: HTMLElement;
  root: ShadowRoot;
  /** Our events, as a listener on the page hears them. */
  sent: Sent[];
  /** The next event of `type`, or the first that has come already. */
  event(type: string): Promise<Sent>;
  remove(): void;
};

const TYPES = ["clinic-load", "clinic-error", "clinic-toggle", "clinic-book"];
const mounted: Mounted[] = [];

/** An element on the page that reads from `cms`. `around` is the markup of its container, which the page may style. */
export function mount(
  cms: Cms,
  tag: string,
  attributes: Record<string, string | undefined> = {},
  {
    fallback = "",
    width,
    attributes: outer = {},
  }: { fallback?: string; width?: string; attributes?: Record<string, string> } = {},
): Mounted {
  const container = document.createElement("div");
  for (const [name, value] of Object.entries(outer)) container.setAttribute(name, value);
  if (width) container.style.width = width;
  const element = document.createElement(tag);
  const all = { src: cms.origin, topic: TOPIC, clinic: CLINIC, ...attributes };
  for (const [name, value] of Object.entries(all)) if (value !== undefined) element.setAttribute(name, value);
  element.innerHTML = fallback;
  container.append(element);
  return watch(container, element, () => document.body.append(container));
}

/** An element that comes with the server's markup in its shadow root, as `html` brings it. */
export function mountRendered(html: string): Mounted {
  const container = document.createElement("div");
  document.body.append(container);
  container.setHTMLUnsafe(html);
  return watch(container, container.firstElementChild as HTMLElement, () => {});
}

function watch(container: HTMLElement, element: HTMLElement, show: () => void): Mounted {
  const sent: Sent[] = [];
  const waiting: { type: string; resolve: (one: Sent) => void }[] = [];
  const hear = (event: Event) => {
    if (event.target !== element) return;
    const one = { type: event.type, detail: (event as CustomEvent).detail, event };
    sent.push(one);
    for (const { type, resolve } of waiting) if (type === event.type) resolve(one);
  };
  for (const type of TYPES) document.addEventListener(type, hear);
  show();
  const result: Mounted = {
    element,
    container,
    get root() {
      return element.shadowRoot as ShadowRoot;
    },
    sent,
    event: (type) =>
      new Promise((resolve) => {
        const already = sent.find((one) => one.type === type);
        if (already) resolve(already);
        else waiting.push({ type, resolve });
      }),
    remove() {
      for (const type of TYPES) document.removeEventListener(type, hear);
      container.remove();
    },
  };
  mounted.push(result);
  return result;
}

/** Takes everything off the page again, and the copies kept for outages with it. For `afterEach`. */
export async function cleanUp(): Promise<void> {
  for (const one of mounted.splice(0)) one.remove();
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  document.documentElement.lang = "en";
  await caches.delete("clinic-widgets-1");
}

/** What a visitor can read in the element's own markup. */
export const textOf = ({ root }: Mounted): string =>
  (root.querySelector(".content")?.textContent ?? "").replace(/\s+/g, " ").trim();

/** The element that really has the focus, inside shadow roots too. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Waits until `look` returns something true, or fails with `what`. A machine that runs three engines may be slow. */
export async function until<T>(
  look: () => T | Promise<T>,
  what: string,
  patienceMs = 8_000,
): Promise<NonNullable<Exclude<T, false>>> {
  for (const end = performance.now() + patienceMs; performance.now() < end; ) {
    const seen = await look();
    if (seen) return seen as NonNullable<Exclude<T, false>>;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Waited in vain for: ${what}`);
}
