/** Keeps an element supplied with content. It asks, waits, and tells the page; the element only draws. */
import type { ContentFiles, Kind } from "@clinic-widgets/shared";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type Loaded, loadFile, type Wanted } from "../content/load-file.ts";
import { type FailureCode, forgetAnswersBefore } from "../content/requests.ts";

/** What an element wants to know: the files it reads, the one it cannot do without first. */
export type Question = Wanted & { kinds: Kind[] };

/** Why a question cannot be asked, as a sentence for the developer of the page. */
export type Problem = { problem: string };

export type Files = Partial<ContentFiles>;

export type ErrorCode = FailureCode | "gone" | "not-found" | "missing-attribute";

/**
 * - `initial`: nothing was asked yet
 * - `pending`: an answer is on its way; `files` may still hold the last ones
 * - `complete`: `files` are what the CMS says now
 * - `stale`: the CMS is away; `files` are the last good ones
 * - `error`: nothing to show; `code` says why
 */
export type ContentState = "initial" | "pending" | "complete" | "stale" | "error";

export class ContentController implements ReactiveController {
  state: ContentState = "initial";
  files: Files | undefined;
  code: ErrorCode | undefined;
  /** There is a copy, but it is too old to be shown. */
  expired = false;

  #host: ReactiveControllerHost & HTMLElement;
  #question: () => Question | Problem;
  #asked: string | undefined;
  /** Which topic and clinic `files` are about. */
  #subject: string | undefined;
  /** Counts the questions, so that a late answer to an old one can be told. */
  #turn = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, question: () => Question | Problem) {
    this.#host = host;
    this.#question = question;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("pageshow", this.#handlePageShow);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    window.removeEventListener("pageshow", this.#handlePageShow);
    if (this.state !== "pending") return;
    this.#turn++;
    this.#asked = undefined;
    this.state = "initial";
  }

  /** Asks for content if the question changed. The host calls it whenever it updates. */
  ask(): void {
    const question = this.#question();
    const key = JSON.stringify(question);
    if (key === this.#asked || !this.#host.isConnected) return;
    this.#asked = key;
    this.#turn++;
    if ("problem" in question) {
      this.#fail("missing-attribute", question.problem);
    } else {
      this.state = "pending";
      void this.#load(question, this.#turn);
    }
  }

  /** Gives up the files: they cannot be drawn. */
  refuse(cause: unknown): void {
    this.#fail(
      "bad-answer",
      `<${this.#host.localName}>: the content cannot be drawn, the fallback is shown.`,
      cause,
    );
  }

  async #load(question: Question, turn: number): Promise<void> {
    const now = Date.now();
    const loaded = await Promise.all(question.kinds.map((kind) => loadFile(kind, question, now)));
    if (turn !== this.#turn) return;
    this.#host.requestUpdate();
    const main = loaded[0] as Loaded;
    const subject = JSON.stringify([question.origin, question.topic, question.clinic]);
    const address = `<${this.#host.localName}> topic "${question.topic ?? ""}", clinic "${question.clinic ?? ""}"`;
    switch (main.state) {
      case "missing":
        this.#fail(
          main.code,
          `${address}: the CMS has no such content. Check the names, or whether it was withdrawn.`,
        );
        break;
      case "failed":
        if (this.#subject === subject) this.#keepShowing(main.code, main.error);
        else
          this.#fail(
            main.code,
            `${address}: its content could not be loaded, the fallback is shown.`,
            main.error,
          );
        this.expired = main.expired;
        break;
      default:
        this.files = Object.fromEntries(
          loaded.flatMap((one) => ("file" in one ? [[one.file.kind, one.file]] : [])),
        ) as Files;
        this.#subject = subject;
        this.expired = false;
        if (main.state === "stale") this.#keepShowing(main.code, main.error);
        else {
          this.state = "complete";
          this.code = undefined;
        }
        this.#tell("clinic-load", { stale: main.state === "stale" });
    }
  }

  #keepShowing(code: ErrorCode, cause: Error): void {
    this.state = "stale";
    this.code = code;
    warnOnce("The CMS cannot be reached; the last known content is shown.", cause);
    this.#tell("clinic-error", { code });
  }

  #fail(code: ErrorCode, message: string, cause?: unknown): void {
    this.state = "error";
    this.code = code;
    this.files = undefined;
    this.#subject = undefined;
    warnOnce(message, cause);
    this.#tell("clinic-error", { code });
  }

  /** Events leave when the host has drawn what they speak of. */
  #tell(type: string, detail: Record<string, unknown>): void {
    const turn = this.#turn;
    void Promise.resolve()
      .then(() => this.#host.updateComplete)
      .then(() => {
        if (turn !== this.#turn) return;
        this.#host.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
      });
  }

  /** A page that comes back from the back/forward cache is a new visit. */
  #handlePageShow = (event: PageTransitionEvent): void => {
    if (!event.persisted) return;
    forgetAnswersBefore(event.timeStamp);
    this.#asked = undefined;
    this.#host.requestUpdate();
  };
}

const warned = new Set<string>();

function warnOnce(message: string, cause?: unknown): void {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(`Clinic Widgets: ${message}`, ...(cause === undefined ? [] : [cause]));
}
