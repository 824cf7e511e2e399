/** What the loader leaves on the partner's page for the elements. */
export type Page = {
  /** The CMS's address. */
  origin: string;
  /** The loader script that the page's defaults are from, where it is on the page: one that goes takes them along. */
  script?: HTMLScriptElement | false | undefined;
  /** The page's defaults: its `data-topic`, `data-clinic` and `data-lang`. */
  topic?: string | undefined;
  clinic?: string | undefined;
  lang?: string | undefined;
  /** The language that the page was written in, as far as it says so: a browser that translates it says another. */
  written?: string | undefined;
  /** The locales that this CMS publishes, the default first; empty where nobody has said so. */
  locales: string[];
  /** Content requests under way, by address; `undefined` once an element took one, and thereby owns its body, or asked by itself. */
  answers: Record<string, Promise<Response> | undefined>;
};

declare global {
  interface Window {
    clinicWidgets?: Page;
  }
}

/** Sent on the window when the page's defaults may have changed. */
export const PAGE_EVENT = "clinic-page";

/** The loader's page object, and not an element with that id, which browsers show under the same name. */
export const knownPage = (): Page | undefined =>
  Object.hasOwn(window, "clinicWidgets") ? window.clinicWidgets : undefined;

/** Makes what `script` says the page's defaults, and lets the elements that rely on them ask again. */
export function takeDefaults(page: Page, script: HTMLScriptElement | undefined): void {
  const { topic, clinic, lang } = script?.dataset ?? {};
  Object.assign(page, { script: script?.isConnected && script, topic, clinic, lang });
  dispatchEvent(new Event(PAGE_EVENT));
}

/**
 * The loader's page object, or `undefined` when the elements came from the npm package.
 *
 * When a page is swapped for another (Turbo, htmx, Astro), its loader script says what the new page is about. Some
 * libraries run it again, but later than the elements, and others never, because it ran already.
 */
export function page(): Page | undefined {
  const known = knownPage();
  const { script } = known ?? {};
  if (known && script && !script.isConnected) {
    const next = [...document.scripts].find(({ src }) => src && src === script.src);
    if (next) takeDefaults(known, next);
  }
  return known;
}
