/**
 * Who is given the token of a login in the body of an answer: programs. A browser has it in a cookie that no script can
 * read, and a script that a page was tricked into running must not be handed it by another way.
 */
import type { Handler } from "./restRequest.ts";

const ANSWERS_WITH_TOKEN = /\/users\/(login|me|refresh-token|reset-password)\/?$/i;

/** Takes the token out of what `handler` answers, unless it goes to a program. */
export const withoutTokenForPages =
  <Context>(handler: Handler<Context>): Handler<Context> =>
  async (request, context) => {
    const response = await handler(request, context);
    if (isFromProgram(request) || !ANSWERS_WITH_TOKEN.test(pathOf(request))) return response;
    if (!response.headers.get("content-type")?.includes("json")) return response;
    const { token: _, refreshedToken: __, ...rest } = (await response.json()) as Record<string, unknown>;
    const headers = new Headers(response.headers);
    headers.delete("content-length");
    return Response.json(rest, { status: response.status, headers });
  };

/**
 * Browsers name the origin of what they post, and most say from what site they ask; no script can leave these out. Whoever
 * comes by a cookie is a browser, too: `Authorization` is written by whoever has the token already.
 */
const isFromProgram = ({ headers }: Request): boolean =>
  !headers.has("origin") && !headers.has("sec-fetch-site") && !headers.has("cookie");

const pathOf = ({ url }: Request): string => decodeURIComponent(new URL(url).pathname).replace(/\/+/g, "/");
