/**
 * The cookie of a login, as browsers see it. Under https its name begins with `__Host-`: no other host of the domain, and no
 * page that came without https, can then put a login of its own in its place. Payload goes on with the plain name, which it
 * also begins the cookies of theme and language with: these are written by scripts, without what `__Host-` asks for.
 */
import type { IncomingMessage } from "node:http";
import type { Handler } from "./restRequest.ts";

const PLAIN = "payload-token";
const HOST = `__Host-${PLAIN}`;

/** Gives Payload the login of the `__Host-` cookie, and none of a plain one, which somebody else may have set. */
export function readHostCookie(req: IncomingMessage, publicUrl: string): void {
  const { cookie } = req.headers;
  if (cookie === undefined || !publicUrl.startsWith("https:")) return;
  req.headers.cookie = cookie
    .split(/; */)
    .filter((pair) => !isNamed(pair, PLAIN))
    .map((pair) => (isNamed(pair, HOST) ? PLAIN + pair.slice(HOST.length) : pair))
    .join("; ");
}

/** Names the cookie that `handler` sets as a browser shall keep it. */
export const withHostCookie =
  <Context>(publicUrl: () => Promise<string>, handler: Handler<Context>): Handler<Context> =>
  async (request, context) => {
    const response = await handler(request, context);
    const cookies = response.headers.getSetCookie();
    if (!cookies.some((cookie) => isNamed(cookie, PLAIN)) || !(await publicUrl()).startsWith("https:"))
      return response;
    const headers = new Headers(response.headers);
    headers.delete("set-cookie");
    for (const cookie of cookies)
      headers.append("set-cookie", isNamed(cookie, PLAIN) ? HOST + cookie.slice(PLAIN.length) : cookie);
    return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
  };

const isNamed = (pair: string, name: string): boolean => pair.split("=")[0]?.trim() === name;
