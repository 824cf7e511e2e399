/**
 * The forms that are open in this window, and the locks that they asked for. When the last form of a document is left,
 * the lock goes: at once, and once more when no request is on its way any more that could make it again.
 */

/** So long a form may be gone from the page while it is only drawn again. */
const LEFT_AFTER_MS = 500;

export class OpenForms {
  readonly #release: (document: string) => Promise<unknown>;
  readonly #leftAfterMs: number;
  readonly #open = new Map<string, number>();
  /** By document: the requests on their way that make its lock, or prolong it. */
  readonly #asking = new Map<string, Set<Promise<unknown>>>();
  /** The documents whose lock may be held by this window. */
  readonly #held = new Set<string>();

  /** `release` takes away the own lock of a document. */
  constructor(release: (document: string) => Promise<unknown>, leftAfterMs = LEFT_AFTER_MS) {
    this.#release = release;
    this.#leftAfterMs = leftAfterMs;
  }

  /** Notes a request that makes the lock of `document`. */
  ask(document: string, request: Promise<unknown>): void {
    const asking = this.#asking.get(document) ?? new Set();
    this.#asking.set(document, asking.add(request));
    this.#held.add(document);
    const done = () => asking.delete(request);
    request.then(done, done);
  }

  /** Notes an open form; returns what is to be called when it is gone from the page. */
  open(document: string): () => void {
    this.#open.set(document, this.#count(document) + 1);
    return () => {
      this.#open.set(document, this.#count(document) - 1);
      setTimeout(() => void this.#leave(document), this.#leftAfterMs);
    };
  }

  /** The window is closed, or goes to another page: nothing that is waited for here will come. */
  leaveNow(document: string): void {
    if (this.#held.delete(document)) void this.#release(document).catch(() => {});
  }

  async #leave(document: string): Promise<void> {
    while (this.#count(document) === 0 && this.#held.delete(document)) {
      // Before the release: a request that ends meanwhile may have made the lock again.
      const asking = [...(this.#asking.get(document) ?? [])];
      // A lock that could not be released ends by itself, some minutes later.
      await this.#release(document).catch(() => {});
      if (asking.length === 0) return;
      await Promise.allSettled(asking);
      this.#held.add(document);
    }
  }

  #count(document: string): number {
    return this.#open.get(document) ?? 0;
  }
}
