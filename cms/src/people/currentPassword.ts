/**
 * Whoever changes the own e-mail address or password sends the current password as well, as `currentPassword`: a browser
 * that was left open, or a login that was stolen, must not be enough to take an account over.
 */
import {
  type APIError,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
  ValidationError,
} from "payload";
import { type Account, accountsToUpdate, addressOf } from "./accounts.ts";
import { isPassword } from "./passwordHash.ts";
import { countTry, welcomeTry } from "./throttle/hooks.ts";

const MISSING =
  "Type your current password, too: your e-mail address and your password are changed with it alone. Nothing was saved.";
const WRONG =
  'This is not your current password. Nothing was saved. Type it again. If you have forgotten it, log out and choose "Forgot password?".';
const TOO_OFTEN = "Nothing was saved: the current password was wrong too often.";

type Data = { email?: unknown; password?: unknown; currentPassword?: unknown };

export const askForCurrentPassword: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  if (operation !== "create" && operation !== "update") return;
  const { data = {} } = args as { data?: Data };
  const { currentPassword, email, password } = data;
  // In place: what is saved, answered or logged is made of this object.
  delete data.currentPassword;
  if (operation === "create" || !req.user || (!password && email === undefined)) return;
  const me = req.user.id;
  const own = (await accountsToUpdate(args, req)).find(({ id }) => id === me);
  if (!own || (!password && addressOf(email) === own.email)) return;
  const fault = await faultOf(currentPassword, own, req);
  if (fault) throw refusal(fault, collection.slug, req);
};

/** What is wrong with what was typed. A wrong one is counted as a wrong login is, before it is hashed. */
async function faultOf(typed: unknown, own: Account, req: PayloadRequest): Promise<string | undefined> {
  if (typeof typed !== "string" || typed === "") return MISSING;
  const made = await countTry(req, own.email, TOO_OFTEN);
  if (!(await isPassword(typed, own))) return WRONG;
  await welcomeTry(req, made);
  return undefined;
}

const refusal = (message: string, collection: string, req: PayloadRequest): APIError =>
  new ValidationError(
    { collection, errors: [{ path: "currentPassword", label: "Current password", message }], req },
    req.t,
  );
