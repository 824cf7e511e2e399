import type { CollectionBeforeOperationHook } from "payload";
import { startPage } from "../fields/startPage.ts";

/**
 * Gives the draft that "Create new" saves at once, without a word in it, a complete page. What a REST client writes is
 * left as it is.
 */
export const startWithPage: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const { data, draft } = args as { data?: Record<string, unknown>; draft?: boolean };
  if (operation !== "create" || !draft || Object.keys(data ?? {}).some((name) => name !== "_status")) return;
  return { ...args, data: { ...data, body: startPage(req.locale ?? "en") } };
};
