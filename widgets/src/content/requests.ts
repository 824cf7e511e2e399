/**
 * One request per file and page, shared by all elements that need it.
 * Plain `GET` without credentials or headers of our own, so that no browser asks for permission first; the browser's
 * cache revalidates it. A failed request is not shared.
 */
import { type ContentFile, isContentFile, isTombstone, type Kind } from "@clinic-widgets/shared";
import { page } from "../page.ts";

export type FailureCode = "network" | "server" | "bad-answer";

export type Answer =
  /** `storable` is false for `no-store` answers, such as the preview of a draft. */
  | { state: "found"; file: ContentFile; storable: boolean }
  /** `sure` is false for a 404 that did not come from our CMS (a proxy, a static host): no reason to delete a copy. */
  | { state: "missing"; code: "gone" | "not-found"; sure: boolean }
  | { state: "failed"; code: FailureCode; error: Error };

/** A CMS that has not begun to answer by then counts as away. */
const ANSWER_MS = 8_000;

/** On a bad connection an answer may take long to arrive whole. */
const BODY_MS = 30_000;

/** How long an answer serves elements that join later; after that they ask again. */
const SHARED_MS = 30_000;

/** By address, with the time on the page's clock when it was asked for. */
const requests = new Map<string, { answer: Promise<Answer>; asked: number }>();

/** The file at `url`, by a request that is already there where possible. Never rejects. */
export function requestFile(url: string, kind: Kind): Promise<Answer> {
  const known = requests.get(url);
  if (known && performance.now() - known.asked < SHARED_MS) return known.answer;
  const answer = fetchFile(url, kind).then((settled) => {
    if (settled.state === "failed" && requests.get(url)?.answer === answer) requests.delete(url);
    return settled;
  });
  requests.set(url, { answer, asked: performance.now() });
  return answer;
}

/** Makes the next question for a file asked for before `time` (on the page's clock) a new request. */
export function forgetAnswersBefore(time: number): void {
  for (const [url, { asked }] of requests) if (asked < time) requests.delete(url);
}

async function fetchFile(url: string, kind: Kind): Promise<Answer> {
  let response: Response;
  try {
    response = await within(ANSWER_MS, takePendingAnswer(url) ?? fetch(url, { credentials: "omit" }));
  } catch (cause) {
    return failed("network", `GET ${url} got no answer`, cause);
  }
  if (response.status >= 500) return failed("server", `GET ${url} answered ${response.status}`);
  let body: unknown;
  try {
    body = await within(BODY_MS, response.json());
  } catch (cause) {
    if (isMissing(response)) return { state: "missing", code: "not-found", sure: false };
    // In Safari it is a DOMException of that name.
    return (cause as Error).name === "SyntaxError"
      ? failed("bad-answer", `GET ${url} answered ${response.status}, but not in JSON`, cause)
      : failed("network", `GET ${url} was not answered to the end`, cause);
  }
  if (isTombstone(body)) return { state: "missing", code: "gone", sure: true };
  if (isMissing(response)) {
    const sure = typeof (body as { error?: unknown } | null)?.error === "object";
    return { state: "missing", code: "not-found", sure };
  }
  if (!response.ok) return failed("server", `GET ${url} answered ${response.status}`);
  if (isContentFile(body, kind)) return { state: "found", file: body, storable: !isNoStore(response) };
  return failed("bad-answer", `GET ${url} answered with something that is not a ${kind} file of version 1`);
}

const isMissing = ({ status }: Response): boolean => status === 404 || status === 410;

const isNoStore = (response: Response): boolean =>
  /no-store/.test(response.headers.get("cache-control") ?? "");

/**
 * The loader's own request for `url`. It is removed, because a body can be read only once; the `undefined` in its place
 * makes the loader, which scans the page again at its end, send no other.
 */
function takePendingAnswer(url: string): Promise<Response> | undefined {
  const answers = page()?.answers;
  const pending = answers?.[url];
  if (answers) answers[url] = undefined;
  return pending;
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Nothing came within ${ms / 1000} s.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const failed = (code: FailureCode, message: string, cause?: unknown): Answer => ({
  state: "failed",
  code,
  error: new Error(message, { cause }),
});
