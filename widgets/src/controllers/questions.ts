/** Reports opened and closed answers as `clinic-toggle`. */
import type { LitElement, ReactiveController } from "lit";

const QUESTION = "details[data-question]";

/** Sends `clinic-toggle` with `{ index, open }` when a reader opens or closes an answer; not for what is open from the start. */
export class QuestionsController implements ReactiveController {
  #host: LitElement;
  #used = new WeakSet<Element>();

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.renderRoot.addEventListener("click", this.#handleClick);
    // `toggle` does not bubble.
    this.#host.renderRoot.addEventListener("toggle", this.#handleToggle, { capture: true });
  }

  hostDisconnected(): void {
    this.#host.renderRoot.removeEventListener("click", this.#handleClick);
    this.#host.renderRoot.removeEventListener("toggle", this.#handleToggle, { capture: true });
  }

  /** Pressing Enter or Space on a question is a click, too. */
  #handleClick = (event: Event): void => {
    const question = (event.target as Element).closest("summary")?.closest(QUESTION);
    if (question) this.#used.add(question);
  };

  #handleToggle = (event: Event): void => {
    const question = event.target as HTMLDetailsElement;
    if (!this.#used.has(question)) return;
    const index = [...this.#host.renderRoot.querySelectorAll(QUESTION)].indexOf(question);
    this.#host.dispatchEvent(
      new CustomEvent("clinic-toggle", {
        bubbles: true,
        composed: true,
        detail: { index, open: question.open },
      }),
    );
  };
}
