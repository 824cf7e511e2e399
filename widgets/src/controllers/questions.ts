/** Reports opened and closed answers as `clinic-toggle`, and opens all of them for print. */
import type { LitElement, ReactiveController } from "lit";

const QUESTION = "details[data-question]";

/** Sends `clinic-toggle` with `{ index, open }` when a reader opens or closes an answer; not for what is open from the start. */
export class QuestionsController implements ReactiveController {
  #host: LitElement;
  #used = new WeakSet<Element>();
  #closed: { question: HTMLDetailsElement; name: string }[] = [];

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.renderRoot.addEventListener("click", this.#handleClick);
    // `toggle` does not bubble.
    this.#host.renderRoot.addEventListener("toggle", this.#handleToggle, { capture: true });
    window.addEventListener("beforeprint", this.#handleBeforePrint);
    window.addEventListener("afterprint", this.#handleAfterPrint);
  }

  hostDisconnected(): void {
    this.#host.renderRoot.removeEventListener("click", this.#handleClick);
    this.#host.renderRoot.removeEventListener("toggle", this.#handleToggle, { capture: true });
    window.removeEventListener("beforeprint", this.#handleBeforePrint);
    window.removeEventListener("afterprint", this.#handleAfterPrint);
  }

  get #questions(): HTMLDetailsElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLDetailsElement>(QUESTION)];
  }

  /** Pressing Enter or Space on a question is a click, too. */
  #handleClick = (event: Event): void => {
    const question = (event.target as Element).closest("summary")?.closest(QUESTION);
    if (question) this.#used.add(question);
  };

  #handleToggle = (event: Event): void => {
    const question = event.target as HTMLDetailsElement;
    if (!this.#used.has(question)) return;
    const index = this.#questions.indexOf(question);
    this.#host.dispatchEvent(
      new CustomEvent("clinic-toggle", {
        bubbles: true,
        composed: true,
        detail: { index, open: question.open },
      }),
    );
  };

  /** The style sheet prints closed answers where a browser knows `::details-content`; this is for those that do not. */
  #handleBeforePrint = (): void => {
    this.#closed = this.#questions
      .filter(({ open }) => !open)
      .map((question) => ({ question, name: question.name }));
    for (const { question } of this.#closed) {
      this.#used.delete(question);
      // Of questions with one name only one can be open.
      question.removeAttribute("name");
      question.open = true;
    }
  };

  #handleAfterPrint = (): void => {
    for (const { question, name } of this.#closed) {
      question.open = false;
      if (name) question.name = name;
    }
    this.#closed = [];
  };
}
