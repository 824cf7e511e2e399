/** The throttle's hooks of the collection of people: tries are counted by account, before the password is looked at. */
import {
  APIError,
  type CollectionAfterErrorHook,
  type CollectionAfterLoginHook,
  type CollectionAfterOperationHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from "payload";
import { refusalOf } from "./refusal.ts";
import { type Counted, PLACE_HEADER, throttleOf } from "./throttle.ts";

/** What this request was counted as. */
const CONTEXT_KEY = "loginTry";
type Try = { email: string; place: string; giveBack(): Promise<void> };

const tryOf = (req: PayloadRequest): Try | undefined => req.context[CONTEXT_KEY] as Try | undefined;

/** The server's own logins come from no place, and are not counted. */
export const countLogin: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const place = req.headers?.get(PLACE_HEADER);
  const email: unknown = (args as { data?: { email?: unknown } }).data?.email;
  if (operation !== "login" || !place || typeof email !== "string") return;
  const counted: Counted = await throttleOf(req.payload).tryAccount(email, place);
  if (counted.wait !== undefined) {
    req.responseHeaders ??= new Headers();
    req.responseHeaders.set("retry-after", String(counted.wait));
    throw new APIError(refusalOf(counted.wait), 429, undefined, true);
  }
  req.context[CONTEXT_KEY] = { email, place, giveBack: counted.giveBack } satisfies Try;
};

export const welcomeLogin: CollectionAfterLoginHook = async ({ req }) => {
  const made = tryOf(req);
  if (!made) return;
  await made.giveBack();
  await throttleOf(req.payload).welcome(made.email, made.place);
};

/** A try that ended for another reason than the password, such as the database, was none. */
export const giveBackFailure: CollectionAfterErrorHook = async ({ error, req }) => {
  if ((error as { status?: number }).status !== 401) await tryOf(req)?.giveBack();
};

const NEW_PASSWORD = "newPassword";

/** Payload has forgotten the password by the time when it is saved. */
export const noteNewPassword: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== "update" && operation !== "updateByID") return;
  if ((args as { data?: { password?: unknown } }).data?.password) req.context[NEW_PASSWORD] = true;
};

/** Whoever has a new password, or was unlocked, may try again at once, wherever wrong tries came from. */
export const forgiveTries: CollectionAfterOperationHook = async ({ args, operation, req, result }) => {
  for (const email of forgivenBy(operation, args, result, Boolean(req.context[NEW_PASSWORD])))
    await throttleOf(req.payload).forgive(email);
  return result;
};

type Account = { email: string };

function forgivenBy(operation: string, args: unknown, result: unknown, hasNewPassword: boolean): string[] {
  if (operation === "unlock") return [(args as { data: Account }).data.email];
  if (operation === "resetPassword") return [(result as { user: Account }).user.email];
  if (operation === "updateByID" && hasNewPassword) return [(result as Account).email];
  if (operation === "update" && hasNewPassword)
    return (result as { docs: Account[] }).docs.map(({ email }) => email);
  return [];
}
