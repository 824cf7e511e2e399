/** Says of an outage of the database what it is: neither "not allowed" nor "something went wrong". */
import { OUTAGE_SENTENCE } from "../database/outage.ts";
import type { Handler } from "./restRequest.ts";

/**
 * Payload takes who cannot be looked up for nobody, and refuses: somebody with a login gets 503 instead while the
 * database does not answer.
 */
export const withOutageAnswers =
  <Context>(answers: () => Promise<boolean>, handler: Handler<Context>): Handler<Context> =>
  async (request, context) => {
    const response = await handler(request, context);
    const isRefused = response.status === 401 || response.status === 403;
    const hasLogin = request.headers.has("authorization") || request.headers.has("cookie");
    if (!isRefused || !hasLogin || (await answers())) return response;
    await response.body?.cancel();
    return Response.json(
      { errors: [{ name: "DatabaseAway", message: OUTAGE_SENTENCE }] },
      { status: 503, headers: { "retry-after": "10", "cache-control": "no-store" } },
    );
  };
