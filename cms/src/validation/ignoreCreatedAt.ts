/**
 * When a document was made is for the server to say: lists, the clinic of a preview and "the oldest first" go by it, and
 * Payload takes whatever time a person sends. As with other fields that one may not write, it is ignored, and the rest is
 * saved. Imports and migrations, which act for nobody, may set it.
 */
import type { CollectionBeforeOperationHook, GlobalConfig } from "payload";
import { isData } from "../documents/fields.ts";

type GlobalBeforeOperationHook = NonNullable<NonNullable<GlobalConfig["hooks"]>["beforeOperation"]>[number];

export const ignoreCreatedAt: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === "create" || operation === "update") ignoreIn(args, req.user);
};

export const ignoreGlobalCreatedAt: GlobalBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === "update") ignoreIn(args, req.user);
};

function ignoreIn(args: object, person: unknown): void {
  const { data } = args as { data?: unknown };
  if (person && isData(data)) delete data.createdAt;
}
