/**
 * One request per file and page, shared by all elements that need it.
 * Plain `GET` without credentials or headers of our own, so that no browser asks for permission first; the browser's
 * cache revalidates it. A request that failed is not kept.
 */
import { type ContentFile, isContentFile, isTombstone, type Kind } from "@clinic-widgets/shared";
import { page } from "../page.ts";

export type FailureCode = "network" | "server" | "bad-answer";

export type Answer =
  /** `keep` is false for what the server wants nobody to store, such as the preview of a draft. */
  | { state: "found"; file: ContentFile; keep: boolean }
  /** `sure` is false for a 404 that did not come from our CMS (a proxy, a static host): no reason to delete a copy. */
  | { state: "missing"; code: "gone" | "not-found"; sure: boolean }
  | { state: "failed"; code: FailureCode; error: Error };

/** A CMS that has not answered by then counts as away. */
const TIMEOUT_MS = 8_000;

/** How long an answer serves elements that join later; after that they ask again. */
const SHARED_MS = 30_000;

/** By address, with the time on the page's clock when it was asked for. */
const requests = new Map<string, { answer: Promise<Answer>; asked: number }>();

/** The file at `url`, by a request that is already there where possible. Never rejects. */
export function requestFile(url: string, kind: Kind): Promise<Answer> {
  const known = requests.get(url);
  if (known && performance.now() - known.asked < SHARED_MS) return known.answer;
  const answer = withinTime(fetchFile(url, kind), url).then((settled) => {
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
    response = await (takePendingAnswer(url) ?? fetch(url, { credentials: "omit" }));
  } catch (cause) {
    return failed("network", `GET ${url} got no answer`, cause);
  }
  if (response.status >= 500) return failed("server", `GET ${url} answered ${response.status}`);
  try {
    const body: unknown = await response.json();
    if (isTombstone(body)) return { state: "missing", code: "gone", sure: true };
    if (isMissing(response)) {
      return {
        state: "missing",
        code: "not-found",
        sure: typeof (body as { error?: unknown } | null)?.error === "object",
      };
    }
    if (!response.ok) return failed("server", `GET ${url} answered ${response.status}`);
    if (isContentFile(body, kind)) return { state: "found", file: body, keep: !isNoStore(response) };
    return failed("bad-answer", `GET ${url} answered with something that is not a ${kind} file of version 1`);
  } catch (cause) {
    if (isMissing(response)) return { state: "missing", code: "not-found", sure: false };
    return failed(
      "bad-answer",
      `GET ${url} answered ${response.status} with a body that cannot be read as JSON`,
      cause,
    );
  }
}

const isMissing = ({ status }: Response): boolean => status === 404 || status === 410;

const isNoStore = (response: Response): boolean =>
  /no-store/.test(response.headers.get("cache-control") ?? "");

/** The loader's own request for `url`. It is taken out, because a body can be read only once. */
function takePendingAnswer(url: string): Promise<Response> | undefined {
  const answers = page()?.answers;
  const pending = answers?.[url];
  if (pending) answers[url] = undefined;
  return pending;
}

function withinTime(answer: Promise<Answer>, url: string): Promise<Answer> {
  const late = new Promise<Answer>((resolve) => {
    const timer = setTimeout(
      () => resolve(failed("network", `GET ${url} took longer than ${TIMEOUT_MS / 1000} s`)),
      TIMEOUT_MS,
    );
    answer.finally(() => clearTimeout(timer));
  });
  return Promise.race([answer, late]);
}

const failed = (code: FailureCode, message: string, cause?: unknown): Answer => ({
  state: "failed",
  code,
  error: new Error(message, { cause }),
});
