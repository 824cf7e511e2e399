/**
 * The letter to whoever owns an account, when its e-mail address or password was changed: whoever took it over by that
 * cannot hide it. It goes to the address as it was before.
 */
import type { CollectionAfterChangeHook, CollectionAfterOperationHook, PayloadRequest } from "payload";
import { databaseOf } from "../database/index.ts";
import { addressOf } from "./accounts.ts";
import { hasNewPassword } from "./throttle/hooks.ts";

type Change = {
  /** The address before the change. */
  email: string;
  isNewEmail: boolean;
  isNewPassword: boolean;
  by: "you" | "an administrator" | "letter" | "server";
};

const BY: Record<Change["by"], string> = {
  you: "by you, from your own account",
  "an administrator": "by an administrator",
  letter: 'by you, with the link in a letter that you had asked for with "Forgot password?"',
  server: "by whoever runs the server, with a one-time link or a command",
};

/** Tells the owner of an update, by whomever it is made. */
export const tellOwner: CollectionAfterChangeHook = async ({ data, doc, operation, previousDoc, req }) => {
  const isNewEmail = data.email !== undefined && addressOf(data.email) !== previousDoc.email;
  const isNewPassword = hasNewPassword(req);
  if (operation === "update" && (isNewEmail || isNewPassword))
    await sendOnceSaved(req, {
      email: previousDoc.email,
      isNewEmail,
      isNewPassword,
      by: by(req, previousDoc.id),
    });
  return doc;
};

/** A new password that was chosen with the link in a letter passes by the hooks of an update. */
export const tellOwnerOfReset: CollectionAfterOperationHook = async ({ operation, req, result }) => {
  if (operation === "resetPassword") await tellOfReset(req, result);
  return result;
};

function tellOfReset(req: PayloadRequest, result: unknown): Promise<void> {
  const { email } = (result as { user: { email: string } }).user;
  return sendOnceSaved(req, { email, isNewEmail: false, isNewPassword: true, by: "letter" });
}

function by({ user }: PayloadRequest, id: unknown): Change["by"] {
  if (!user) return "server";
  return user.id === id ? "you" : "an administrator";
}

/** Nobody waits for the mail server: a change that is saved is saved while it is away, too. */
const sendOnceSaved = (req: PayloadRequest, change: Change): Promise<void> =>
  databaseOf(req.payload).onceCommitted(req, () => {
    const { config, email, logger } = req.payload;
    const admin = `${config.serverURL}${config.routes.admin}`;
    const letter = changeLetter(change, admin, new Date());
    Promise.resolve(email.sendEmail({ to: change.email, ...letter })).catch((err: unknown) => {
      logger.warn({ err, msg: "A letter that says that an account was changed could not be sent." });
    });
  });

/** What the letter says; `admin` is the address of the admin. It names no new address: that is nobody else's to know. */
export function changeLetter(
  { email, isNewEmail, isNewPassword, by }: Change,
  admin: string,
  now: Date,
): { subject: string; text: string } {
  const what = [isNewEmail && "e-mail address", isNewPassword && "password"].filter(Boolean).join(" and ");
  const time = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  }).format(now);
  // Whoever has another address now would not get a letter with a link any more.
  const first = isNewEmail
    ? "ask an administrator to put your address back, and to give you a new password"
    : `choose a new password with "Forgot password?" at ${admin}/login, and say so to an administrator`;
  return {
    subject: `The ${what} of your account for Clinic Widgets ${isNewEmail && isNewPassword ? "were" : "was"} changed`,
    text: `The ${what} of the account ${email} at ${admin} ${isNewEmail && isNewPassword ? "were" : "was"} changed on ${time} (UTC), ${BY[by]}.\n\nIf you know of this, there is nothing to do.\nIf not, somebody else may be using your account: ${first}, at once.\n`,
  };
}
