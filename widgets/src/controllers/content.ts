/** Loads an element's content and reports the outcome to the page; the element only draws. */
import type { Kind } from "@clinic-widgets/shared";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Files } from "../content/files-for.ts";
import { type KnownFiles, mergeAnswers } from "../content/known-files.ts";
import { type Loaded, loadCopy, loadFile, type Wanted } from "../content/load-file.ts";
import { type FailureCode, forgetAnswersBefore } from "../content/requests.ts";
import { PAGE_EVENT } from "../page.ts";
import { revisionOf } from "../revision.ts";

/** What an element wants to know: the files it reads, the one it cannot do without first. */
export type Question = Wanted & { kinds: Kind[] };

/** Why a question cannot be asked, as a sentence for the developer of the page. */
export type Problem = { problem: string };

/** The last two are the loader's: a page's policy refuses the elements' code, or the page is sent as XML. */
export type ErrorCode = FailureCode | "gone" | "not-found" | "missing-attribute" | "trusted-types" | "xhtml";

/**
 * - `initial`: nothing was asked yet
 * - `pending`: the first answer is on its way, and there is nothing to show yet
 * - `complete`: `files` are the CMS's last answer
 * - `stale`: the CMS could not be had; `files` are, at least in part, the last good ones
 * - `error`: nothing to show; `code` says why
 */
export type ContentState = "initial" | "pending" | "complete" | "stale" | "error";

/** Who comes back to a page after this long is a new visitor to it. */
const VISIT_MS = 5 * 60_000;

/** How long the answers are waited for before the copies from an earlier visit are shown, until they come. */
const PATIENCE_MS = 2_500;

/** How long the first file waits for the others before it is shown without them. */
const GRACE_MS = 3_000;

/** How often an unsteady connection may make an element ask again. */
const MOST_RETRIES = 10;

export class ContentController implements ReactiveController {
  state: ContentState = "initial";
  files: Files | undefined;
  code: ErrorCode | undefined;
  /** There is a copy, but it is too old to be shown. */
  expired = false;
  /** A file that the element can do without is not in `files`, because it could not be had. */
  incomplete = false;

  #host: ReactiveControllerHost & HTMLElement;
  #question: () => Question | Problem;
  /** The last question, and whether it was asked since the element came to the page. */
  #key: string | undefined;
  #isAsked = false;
  #askedAt = 0;
  #retries = 0;
  /** Which topic and clinic `#known` is about. */
  #subject: string | undefined;
  #known: KnownFiles = {};
  /** Counts the questions, so that a late answer to an old one can be recognised. */
  #questionNumber = 0;
  /** What was reported to the page last: an answer that changes nothing is not reported again. */
  #reported: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, question: () => Question | Problem) {
    this.#host = host;
    this.#question = question;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("pageshow", this.#handlePageShow);
    window.addEventListener("online", this.#handleOnline);
    window.addEventListener(PAGE_EVENT, this.#handlePage);
    document.addEventListener("visibilitychange", this.#handleVisibilityChange);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    window.removeEventListener("pageshow", this.#handlePageShow);
    window.removeEventListener("online", this.#handleOnline);
    window.removeEventListener(PAGE_EVENT, this.#handlePage);
    document.removeEventListener("visibilitychange", this.#handleVisibilityChange);
    // Whatever is on its way comes too late; put back, the element asks again.
    this.#questionNumber++;
    this.#isAsked = false;
  }

  /** Asks for content if the question changed. The host calls it whenever it updates. */
  ask(): void {
    const question = this.#question();
    const key = JSON.stringify(question);
    const isNew = key !== this.#key;
    if (!this.#host.isConnected || (this.#isAsked && !isNew)) return;
    this.#isAsked = true;
    this.#key = key;
    this.#questionNumber++;
    if ("problem" in question) {
      if (isNew) this.#fail("missing-attribute", question.problem);
      return;
    }
    if (isNew) {
      this.#retries = 0;
      if (!this.files) this.state = "pending";
    }
    this.#askedAt = Date.now();
    void this.#load(question, this.#questionNumber, isNew || !this.files);
  }

  /** Gives up the files: they cannot be drawn. */
  refuse(cause: unknown): void {
    this.#fail(
      "bad-answer",
      `<${this.#host.localName}>: the content cannot be drawn, the fallback is shown.`,
      cause,
    );
  }

  /** `fromCopies`: the reader sees nothing yet, so that a copy is better than to wait. */
  async #load(question: Question, number: number, fromCopies: boolean): Promise<void> {
    const { kinds } = question;
    const now = Date.now();
    const loaded: (Loaded | undefined)[] = kinds.map(() => undefined);
    let isDone = false;
    const take = () => {
      if (number === this.#questionNumber) this.#take(question, loaded, now);
    };
    const answers = kinds.map(async (kind, index) => {
      loaded[index] = await loadFile(kind, question, now);
    });
    void answers[0]
      ?.then(() => pause(GRACE_MS))
      .then(() => {
        if (!isDone) take();
      });
    if (fromCopies)
      void pause(PATIENCE_MS).then(async () => {
        if (isDone) return;
        const copies = await Promise.all(kinds.map((kind) => loadCopy(kind, question, now)));
        let isAny = false;
        for (const [index, copy] of copies.entries()) {
          if (loaded[index] || copy.state !== "stale") continue;
          loaded[index] = copy;
          isAny = true;
        }
        if (!isDone && loaded[0] && isAny) take();
      });
    await Promise.all(answers);
    isDone = true;
    take();
  }

  /** Takes what is there of the answers; the first one is. */
  #take({ kinds, origin, topic, clinic }: Question, loaded: (Loaded | undefined)[], now: number): void {
    this.#host.requestUpdate();
    const first = kinds[0] as Kind;
    const subject = JSON.stringify([origin, topic, clinic]);
    const before = this.#subject === subject ? this.#known : {};
    const { known, failure, incomplete } = mergeAnswers(kinds, loaded, before, now);
    const main = loaded[0] as Loaded;
    const address = `<${this.#host.localName}> topic "${topic ?? ""}", clinic "${clinic ?? ""}"`;
    this.incomplete = incomplete;
    this.expired = main.state === "failed" && (main.expired || first in before);
    if (main.state === "missing") {
      const message = `${address}: the CMS has no such content. Check the names, or whether it was withdrawn.`;
      this.#fail(main.code, message);
      return;
    }
    if (main.state === "failed" && !known[first]) {
      const message = `${address}: its content could not be loaded, the fallback is shown.`;
      this.#fail(main.code, message, main.error);
      return;
    }
    this.#subject = subject;
    this.#known = known;
    this.files = Object.fromEntries(Object.entries(known).map(([kind, { file }]) => [kind, file])) as Files;
    this.state = failure ? "stale" : "complete";
    this.code = failure?.code;
    if (failure) warnOnce("The CMS cannot be reached; the last known content is shown.", failure.error);
    else if (!incomplete) this.#retries = 0;
    this.#report();
  }

  #fail(code: ErrorCode, message: string, cause?: unknown): void {
    this.state = "error";
    this.code = code;
    this.files = undefined;
    this.#subject = undefined;
    warnOnce(message, cause);
    this.#report();
  }

  /** Reports the state to the page, once the host has drawn it. */
  #report(): void {
    const number = this.#questionNumber;
    void Promise.resolve()
      .then(() => this.#host.updateComplete)
      .then(() => {
        const report = [this.#key, this.state, this.code, revisionOf(this.files ?? {})].join();
        if (number !== this.#questionNumber || report === this.#reported) return;
        this.#reported = report;
        if (this.code) this.#send("clinic-error", { code: this.code });
        if (this.files) this.#send("clinic-load", { stale: this.state === "stale" });
      });
  }

  #send(type: string, detail: Record<string, unknown>): void {
    this.#host.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  #askAgain(): void {
    this.#isAsked = false;
    this.#host.requestUpdate();
  }

  /** A page that comes back from the back/forward cache is a new visit. */
  #handlePageShow = (event: PageTransitionEvent): void => {
    if (!event.persisted) return;
    forgetAnswersBefore(event.timeStamp);
    this.#askAgain();
  };

  /** So is a tab that a reader left open and looks at again. Nothing is asked for while nobody looks. */
  #handleVisibilityChange = (): void => {
    if (!document.hidden && Math.abs(Date.now() - this.#askedAt) > VISIT_MS) this.#askAgain();
  };

  /** Of what the page was about before, nothing may be read under the heading of another. */
  #handlePage = (): void => {
    if (this.#isAsked && JSON.stringify(this.#question()) !== this.#key) this.files = undefined;
    this.#host.requestUpdate();
  };

  /** What failed may work now. */
  #handleOnline = (): void => {
    const hasFailed = this.incomplete || this.state === "stale" || this.state === "error";
    if (hasFailed && this.#retries++ < MOST_RETRIES) this.#askAgain();
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const warned = new Set<string>();

function warnOnce(message: string, cause?: unknown): void {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(`Clinic Widgets: ${message}`, ...(cause === undefined ? [] : [cause]));
}
