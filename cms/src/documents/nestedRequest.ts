import { isolateObjectProperty, type PayloadRequest } from "payload";

/**
 * A copy of the request for a nested operation, with a locale and a context of its own: Payload would change the locale
 * of the request that is being saved.
 */
export function nestedRequest(req: PayloadRequest): PayloadRequest {
  const nested = isolateObjectProperty(req, ["locale", "fallbackLocale", "context"]);
  nested.context = { ...req.context };
  return nested;
}
