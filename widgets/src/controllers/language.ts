/** Determines the language of an element, and updates the element when it changes. */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { publishedFor } from "../content/candidate-locales.ts";
import { page } from "../page.ts";

/** The element's own `lang`, else the page's default for widgets, else the nearest `[lang]` around it, else English. */
export class LanguageController implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #observer: MutationObserver | undefined;
  #last: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** A BCP 47 tag. */
  get value(): string {
    this.#last =
      this.#host.lang ||
      page()?.lang ||
      [...ancestors(this.#host)]
        .map((element) =>
          element === document.documentElement ? langOfPage() : element.getAttribute("lang"),
        )
        .find((lang) => lang) ||
      "en";
    return this.#last;
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => {
      const last = this.#last;
      if (this.value !== last) this.#host.requestUpdate();
    });
    for (const element of [this.#host, ...ancestors(this.#host)]) {
      this.#observer.observe(element, { attributeFilter: ["lang", "class"] });
    }
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}

/** The elements around `element`, nearest first, out of shadow roots too. */
function* ancestors(element: Element): Generator<Element> {
  for (let node: Node | null = element; node; ) {
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
    if (node instanceof Element) yield node;
  }
}

let written: string | undefined;

/**
 * What the page says of its own language. Browsers that translate it put another language there, and some a class or an
 * attribute; they translate our text too, and may not get another one under their hands.
 */
function langOfPage(): string {
  const { lang, className } = document.documentElement;
  const { locales = [], written: atFirst = lang } = page() ?? {};
  written ??= atFirst;
  if (
    lang !== written &&
    !/\btranslated-(ltr|rtl)\b/.test(className) &&
    !document.querySelector("[_msttexthash]") &&
    (!locales[0] || publishedFor(lang, locales))
  )
    written = lang;
  return written;
}
