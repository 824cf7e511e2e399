/**
 * Which language an operation publishes alone, as a note in the request's `context`: Payload (3.90.2) hands
 * `publishSpecificLocale` neither to hooks nor to the adapter's `updateOne`, and both have to know.
 */
import type { PayloadRequest } from "payload";

const CONTEXT_KEY = "publishedLocales";

/** A document, or without an id every document of a bulk operation. */
type Target = { collection: string; id?: string | number | undefined };
const keyOf = ({ collection, id }: Target) => `${collection}/${id ?? "*"}`;

/** Notes on the request that `target` is published in `locale` alone, or (without one) in all its languages. */
export function notePublishedLocale(req: PayloadRequest, target: Target, locale: string | undefined): void {
  // Not one note for the request: a hook's nested operations on other documents must not change the outer one's.
  const notes = (req.context[CONTEXT_KEY] ?? {}) as Record<string, string | undefined>;
  req.context[CONTEXT_KEY] = { ...notes, [keyOf(target)]: locale };
}

/** The language that `target` is published in alone, when it is. */
export function publishedLocaleOf(
  req: Partial<PayloadRequest> | undefined,
  target: Target,
): string | undefined {
  const notes = req?.context?.[CONTEXT_KEY] as Record<string, string | undefined> | undefined;
  return notes?.[keyOf(target)] ?? notes?.[keyOf({ collection: target.collection })];
}
