import { isolateObjectProperty, type PayloadRequest } from "payload";

/**
 * The same request for a nested operation in another language or with notes of its own.
 * Isolated, because Payload would change the language of the very request that is being saved.
 */
export function nestedRequest(req: PayloadRequest): PayloadRequest {
  const nested = isolateObjectProperty(req, ["locale", "fallbackLocale", "context"]);
  nested.context = { ...req.context };
  return nested;
}
