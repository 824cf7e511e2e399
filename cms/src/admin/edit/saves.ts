/**
 * The saves that this window sends: those of one document one after the other, each with the version that the one before
 * got back. Payload's form alone would name an old one when somebody publishes while an autosave is on its way.
 */
import { refusalIn } from "../problems/readableErrors.ts";

/** What the server answers to a save that started from another version than the newest: `versions/stale/refuseStale.ts`. */
export type StaleAnswer = {
  message: string;
  /** The newest version. */
  updatedAt: string;
  differences: { label: string; yours: string[]; saved: string[] }[];
};

type Send = typeof fetch;

/** Of what was never saved, in the words of `documents/startedFrom.ts`. */
const NEVER_SAVED = "none";

export class Saves {
  readonly #api: string;
  readonly #send: Send;
  /** By document: the newest version that its form has seen. */
  readonly #versions = new Map<string, string>();
  /** By document: the versions that its saves in this window made. */
  readonly #made = new Map<string, Set<string>>();
  /** By document: its last save, which the next one waits for. */
  readonly #last = new Map<string, Promise<unknown>>();
  readonly #stale = new Map<string, StaleAnswer>();
  /** By document: why its last save was refused as a whole. */
  readonly #refusals = new Map<string, string>();
  readonly #listeners = new Set<() => void>();

  /** `api` is the path of the REST API, `send` what sends a request. */
  constructor(api: string, send: Send) {
    this.#api = api;
    this.#send = send;
  }

  /** A form shows `document` (`<collection>/<id>` or `globals/<slug>`) as it was saved at `updatedAt`. */
  open(document: string, updatedAt: string | undefined): void {
    this.#versions.set(document, updatedAt ?? NEVER_SAVED);
    this.#settle(document);
  }

  /** An open form was given another version to show. Its own saves are known already, and may be older than the newest. */
  renew(document: string, updatedAt: string | undefined): void {
    if (updatedAt && !this.#made.get(document)?.has(updatedAt)) this.open(document, updatedAt);
  }

  /** The version that the next save of `document` starts from. */
  versionOf(document: string): string | undefined {
    return this.#versions.get(document);
  }

  /** Why the last save of `document` was refused, if it was stale. */
  staleAnswerOf(document: string): StaleAnswer | undefined {
    return this.#stale.get(document);
  }

  /** Why the last save of `document` that somebody asked for was refused, if that is of no single field. */
  refusalOf(document: string): string | undefined {
    return this.#refusals.get(document);
  }

  /** The next save goes over what was saved meanwhile: whoever types has seen it. */
  startFromNewest(document: string): void {
    const stale = this.#stale.get(document);
    if (stale) this.#versions.set(document, stale.updatedAt);
  }

  /** Calls `listener` when a save is refused, and when that is settled; returns what ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Whether a request saves a document that is open. */
  isSave(input: Parameters<Send>[0], init: RequestInit | undefined): boolean {
    return this.#documentOf(input, init) !== undefined;
  }

  /** Sends a request; a save of an open document waits for its turn and names its version. */
  readonly fetch: Send = async (input, init) => {
    const document = this.#documentOf(input, init);
    if (document === undefined) return this.#send(input, init);
    const before = this.#last.get(document) ?? Promise.resolve();
    const save = before.then(() => this.#save(document, input, init));
    this.#last.set(
      document,
      save.catch(() => {}),
    );
    return save;
  };

  async #save(document: string, input: Parameters<Send>[0], init: RequestInit | undefined) {
    const headers = new Headers(init?.headers);
    const version = this.#versions.get(document);
    if (version !== undefined) headers.set("if-match", `"${version}"`);
    const response = await this.#send(input, { ...init, headers });
    const answer: unknown = await response
      .clone()
      .json()
      .catch(() => undefined);
    if (response.ok) this.#saved(document, answer);
    const stale = response.status === 409 ? staleAnswerIn(answer) : undefined;
    if (!stale) {
      if (!response.ok && !isAutosave(input)) this.#refuse(document, refusalIn(answer));
      return response;
    }
    this.#stale.set(document, stale);
    this.#tell();
    // Of each autosave, Payload would show the sentence once more. What was typed stays unsaved for the form.
    return isAutosave(input) ? Response.json({ errors: [] }, { status: 409 }) : response;
  }

  #saved(document: string, answer: unknown): void {
    const { doc, result } = (answer ?? {}) as Record<string, { updatedAt?: unknown } | undefined>;
    const updatedAt = (doc ?? result)?.updatedAt;
    if (typeof updatedAt !== "string") return;
    const made = this.#made.get(document) ?? new Set();
    this.#made.set(document, made.add(updatedAt));
    this.#versions.set(document, updatedAt);
    this.#settle(document);
  }

  #settle(document: string): void {
    const hadRefusal = this.#refusals.delete(document);
    if (this.#stale.delete(document) || hadRefusal) this.#tell();
  }

  #refuse(document: string, sentence: string | undefined): void {
    if (sentence === undefined) this.#refusals.delete(document);
    else this.#refusals.set(document, sentence);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  /** The open document that a request saves. */
  #documentOf(input: Parameters<Send>[0], init: RequestInit | undefined): string | undefined {
    const method = init?.method?.toUpperCase();
    if (typeof input !== "string" || (method !== "PATCH" && method !== "POST")) return undefined;
    const { pathname } = new URL(input, "http://localhost");
    if (!pathname.startsWith(`${this.#api}/`)) return undefined;
    const document = pathname.slice(this.#api.length + 1).replace(/\/$/, "");
    return this.#versions.has(document) ? document : undefined;
  }
}

const isAutosave = (input: Parameters<Send>[0]): boolean =>
  typeof input === "string" && new URL(input, "http://localhost").searchParams.get("autosave") === "true";

function staleAnswerIn(answer: unknown): StaleAnswer | undefined {
  const [error] =
    (answer as { errors?: { message: string; data?: Omit<StaleAnswer, "message"> }[] })?.errors ?? [];
  return error?.data?.differences ? { message: error.message, ...error.data } : undefined;
}
