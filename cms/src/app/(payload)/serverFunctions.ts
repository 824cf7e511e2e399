/** The admin's server functions that we answer in place of Payload. */
import { APIError, canAccessAdmin, type ServerFunction } from "payload";
import type { Refusal } from "../../admin/edit/refusal.ts";
import { copyTexts } from "../../versions/oneLanguage/copyTexts.ts";
import { formState } from "./formState.ts";

/** Next hides the message of what a server function throws: a sentence for the editor is answered instead. */
const readably =
  (answer: ServerFunction): ServerFunction =>
  async (args) => {
    try {
      await canAccessAdmin({ req: args.req });
      return await answer(args);
    } catch (error) {
      if (error instanceof APIError && (error.isPublic || error.status < 500))
        return { refused: error.message } satisfies Refusal;
      throw error;
    }
  };

export const serverFunctions: Record<string, ServerFunction> = {
  "copy-data-from-locale": readably(({ req, ...asked }) => copyTexts(req, asked)),
  "form-state": formState,
};
