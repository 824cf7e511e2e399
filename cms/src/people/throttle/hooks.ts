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

/**
 * Counts a try with a password of the account with the address `email`; throws when there were too many, after which
 * `refused` says what was not done. The server's own come from no place, and are not counted.
 */
export async function countTry(
  req: PayloadRequest,
  email: string,
  refused?: string,
): Promise<Try | undefined> {
  const place = req.headers?.get(PLACE_HEADER);
  if (!place) return undefined;
  const counted: Counted = await throttleOf(req.payload).tryAccount(email, place);
  if (counted.wait === undefined) return { email, place, giveBack: counted.giveBack };
  req.responseHeaders ??= new Headers();
  req.responseHeaders.set("retry-after", String(counted.wait));
  throw new APIError(refusalOf(counted.wait, refused), 429, undefined, true);
}

/** The password was right: whoever knows it is no stranger at this place. */
export async function welcomeTry(req: PayloadRequest, made: Try | undefined): Promise<void> {
  if (!made) return;
  await made.giveBack();
  await throttleOf(req.payload).welcome(made.email, made.place);
}

export const countLogin: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const email: unknown = (args as { data?: { email?: unknown } }).data?.email;
  if (operation === "login" && typeof email === "string")
    req.context[CONTEXT_KEY] = await countTry(req, email);
};

export const welcomeLogin: CollectionAfterLoginHook = ({ req }) => welcomeTry(req, tryOf(req));

/** A try that ended for another reason than the password, such as the database, was none. */
export const giveBackFailure: CollectionAfterErrorHook = async ({ error, req }) => {
  if ((error as { status?: number }).status !== 401) await tryOf(req)?.giveBack();
};

const NEW_PASSWORD = "newPassword";

/** Whether the operation that this request is in sets a new password. */
export const hasNewPassword = (req: PayloadRequest): boolean => req.context[NEW_PASSWORD] === true;

/** Payload has forgotten the password by the time when it is saved. */
export const noteNewPassword: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== "update" && operation !== "updateByID") return;
  req.context[NEW_PASSWORD] = Boolean((args as { data?: { password?: unknown } }).data?.password);
};

/** Whoever has a new password, or was unlocked, may try again at once, wherever wrong tries came from. */
export const forgiveTries: CollectionAfterOperationHook = async ({ args, operation, req, result }) => {
  for (const email of forgivenBy(operation, args, result, hasNewPassword(req)))
    await throttleOf(req.payload).forgive(email);
  return result;
};

type Account = { email: string };

function forgivenBy(operation: string, args: unknown, result: unknown, isNewPassword: boolean): string[] {
  if (operation === "unlock") return [(args as { data: Account }).data.email];
  if (operation === "resetPassword") return [(result as { user: Account }).user.email];
  if (operation === "updateByID" && isNewPassword) return [(result as Account).email];
  if (operation === "update" && isNewPassword)
    return (result as { docs: Account[] }).docs.map(({ email }) => email);
  return [];
}
