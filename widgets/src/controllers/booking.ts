/** The behaviour of the booking call: it reports clicks to the page, which may take over, closes its menu, and updates the opening hours. */
import type { LitElement, ReactiveController } from "lit";

const MINUTE_MS = 60_000;
const LINK = "a[data-booking-link]";

/**
 * Sends the cancelable `clinic-book` with `{ link, kind, url }`: slug, kind and address of the booking link. Cancelled, the link
 * is not followed.
 */
export class BookingController implements ReactiveController {
  #host: LitElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.renderRoot.addEventListener("click", this.#handleClick);
    this.#host.renderRoot.addEventListener("keydown", this.#handleKeyDown);
    document.addEventListener("visibilitychange", this.#handleVisibilityChange);
    this.#keepTime();
  }

  hostDisconnected(): void {
    this.#host.renderRoot.removeEventListener("click", this.#handleClick);
    this.#host.renderRoot.removeEventListener("keydown", this.#handleKeyDown);
    document.removeEventListener("visibilitychange", this.#handleVisibilityChange);
    clearTimeout(this.#timer);
  }

  #handleClick = (event: Event): void => {
    const link = (event.target as Element).closest<HTMLAnchorElement>(LINK);
    if (!link) return;
    const goOn = this.#host.dispatchEvent(
      new CustomEvent("clinic-book", {
        bubbles: true,
        composed: true,
        cancelable: true,
        detail: { link: link.dataset.bookingLink, kind: link.dataset.kind, url: link.href },
      }),
    );
    if (!goOn) event.preventDefault();
  };

  /** Escape closes the menu and gives the focus back to its button. */
  #handleKeyDown = (event: Event): void => {
    if ((event as KeyboardEvent).key !== "Escape") return;
    const menu = (event.target as Element).closest<HTMLDetailsElement>("details[open]");
    if (!menu?.querySelector(LINK)) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  };

  /** Who comes back to the page reads whether the clinic is open now, not whether it was. */
  #handleVisibilityChange = (): void => {
    this.#host.requestUpdate();
    this.#keepTime();
  };

  /** Draws again when the next minute begins, as long as somebody looks: "now" is told to the minute. */
  #keepTime(): void {
    clearTimeout(this.#timer);
    if (!document.hidden)
      this.#timer = setTimeout(this.#handleVisibilityChange, MINUTE_MS - (Date.now() % MINUTE_MS));
  }
}
