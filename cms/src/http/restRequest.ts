/** What a request to Payload's REST API must say before Payload sees it. */
import type { SanitizedConfig } from "payload";

/** One of Payload's REST routes. */
export type Handler<Context> = (request: Request, context: Context) => Promise<Response>;

/**
 * Names the default language where a request names none, and refuses an unknown one:
 * without a language Payload answers 200 and drops every localized text that it was sent.
 */
export const inKnownLocale =
  <Context>(config: Promise<SanitizedConfig>, handler: Handler<Context>): Handler<Context> =>
  async (request, context) => {
    const { localization } = await config;
    // The admin reads relations by POST, with the query in the body: Payload takes the language from there.
    if (!localization || isRead(request)) return handler(request, context);
    const url = new URL(request.url);
    const locale = url.searchParams.get("locale");
    if (locale === null || locale === "") {
      url.searchParams.set("locale", localization.defaultLocale);
      return handler(new Request(url, request), context);
    }
    if (locale === "all" || locale === "*") {
      return request.method !== "GET" && request.method !== "DELETE"
        ? refuse("A text is saved in one language. Name it, such as ?locale=en. Nothing was saved.")
        : handler(request, context);
    }
    if (localization.localeCodes.includes(locale)) return handler(request, context);
    return refuse(
      `There is no content in the language "${locale}". There is: ${localization.localeCodes.join(", ")}. Nothing was saved.`,
    );
  };

const refuse = (message: string): Response => Response.json({ errors: [{ message }] }, { status: 400 });

const isRead = ({ headers, method }: Request): boolean =>
  method === "POST" &&
  (headers.get("x-payload-http-method-override") ?? headers.get("x-http-method-override")) === "GET";
