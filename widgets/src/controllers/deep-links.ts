/** Makes `#<slug>` lead to a part inside an element's shadow root, which browsers cannot do by themselves. */
import type { LitElement, ReactiveController } from "lit";
import {
  holdInView,
  isHeld,
  isReaderMovable,
  isScrolledTo,
  keepHeldPlace,
  noteAddress,
  noteLink,
  noteReturn,
  releaseHeldPlace,
} from "./held-place.ts";

/** The part that the page scrolled to last, and its element. Of two with the same name the first on the page is meant. */
let last: { id: string; host: Element } | undefined;

/**
 * Opens, scrolls to and brings the keyboard to the part that the page's fragment names: at the first drawing and whenever
 * the fragment changes. A reader who comes back to the page, or has moved on, stays where they are.
 */
export class DeepLinksController implements ReactiveController {
  #host: LitElement;
  #followed = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    noteAddress();
    window.addEventListener("popstate", this.#handlePopState);
    window.addEventListener("hashchange", this.#handleHashChange);
    this.#host.renderRoot.addEventListener("click", this.#handleClick);
    this.hostUpdated();
  }

  hostUpdated(): void {
    keepHeldPlace();
    // Content may come late: it must not take the focus from a reader who has moved on.
    if (!this.#followed) this.#follow(isStillThere());
    this.#holdPartOfPage();
  }

  hostDisconnected(): void {
    if (last?.host === this.#host) {
      last = undefined;
      releaseHeldPlace();
    }
    window.removeEventListener("popstate", this.#handlePopState);
    window.removeEventListener("hashchange", this.#handleHashChange);
    this.#host.renderRoot.removeEventListener("click", this.#handleClick);
  }

  #follow(bringFocus = true): void {
    const id = idIn(location.hash);
    const inPage = document.getElementById(id);
    const isHost = inPage === this.#host;
    const target = isHost ? this.#content() : this.#find(id);
    this.#followed = target !== undefined;
    if (!target) return;
    for (
      let around = target.closest("details");
      around;
      around = around.parentElement?.closest("details") ?? null
    ) {
      around.open = true;
    }
    // A part of the page itself with the same id is where the browser goes. Of our element it finds the place alone: from
    // there Safari's next Tab would leave out all that is inside.
    if ((inPage ? !isHost : this.#isSecondTo(id)) || !isReaderMovable(isHost)) return;
    if (!inPage) {
      last = { id, host: this.#host };
      holdInView(() => this.#find(id));
    }
    if (bringFocus) focusOn(target);
  }

  /** Where the browser went by itself, it may lose the place when we draw. */
  #holdPartOfPage(): void {
    const id = idIn(location.hash);
    const inPage = document.getElementById(id);
    if (inPage && !isHeld() && isReaderMovable(true) && isScrolledTo(inPage))
      holdInView(() => document.getElementById(id) ?? undefined);
  }

  #content(): HTMLElement | undefined {
    return this.#host.renderRoot.querySelector<HTMLElement>(".content") ?? undefined;
  }

  #isSecondTo(id: string): boolean {
    return (
      last?.id === id &&
      last.host.isConnected &&
      Boolean(last.host.compareDocumentPosition(this.#host) & Node.DOCUMENT_POSITION_FOLLOWING)
    );
  }

  /** A row of a table is meant only where no list has the item. */
  #find(id: string): HTMLElement | undefined {
    const root = this.#host.renderRoot as ShadowRoot;
    return root.getElementById(id) ?? [...root.querySelectorAll("tr")].find((row) => row.dataset.row === id);
  }

  #handleHashChange = (event: Event): void => {
    noteLink(event);
    this.#follow();
    this.#holdPartOfPage();
  };

  #handlePopState = (): void => noteReturn();

  /** A link to a part of the same element works also in a frame with a `<base>`, and when the fragment is there already. */
  #handleClick = (event: Event): void => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    if (!link?.hash || ctrlKey || metaKey || shiftKey || !this.#find(idIn(link.hash))) return;
    event.preventDefault();
    if (location.hash === link.hash) this.#handleHashChange(event);
    else location.hash = link.hash;
  };
}

/** The name in a fragment; empty where there is none, or one with a broken percent escape, which names nothing of ours. */
function idIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}

/** Whether the reader is still at the link that was followed, or nowhere yet. */
function isStillThere(): boolean {
  const active = document.activeElement as HTMLAnchorElement | null;
  return !active || active === document.body || active.hash === location.hash;
}

/**
 * Lets the next Tab go on from `target`, as browsers do for parts of the page itself: on the question, or on the part, which
 * can have the focus just as long and does not show it.
 */
function focusOn(target: HTMLElement): void {
  const question = target.querySelector<HTMLElement>(":scope > summary");
  if (!question) {
    target.tabIndex = -1;
    target.style.outline = "none";
    const tidy = () => {
      target.removeAttribute("tabindex");
      target.style.outline = "";
    };
    target.addEventListener("blur", tidy, { once: true });
  }
  (question ?? target).focus({ preventScroll: true });
}
