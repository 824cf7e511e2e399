/**
 * POST /users/forgot-password { email }. In place of Payload's own, which on SQLite waits for a transaction of its own
 * until it gives up, and answers faster where there is no such account.
 *   200 { message }   the same, whether there is an account or not; the letter is written afterwards
 *   501 { errors }    this server sends no e-mail
 * POST /users/verify/:token: 404, accounts are made by administrators and need no verification.
 */
import type { Endpoint, PayloadRequest } from "payload";
import { retryOnConflict } from "../database/retry.ts";
import { addressOf } from "./accounts.ts";

/** How long a link to a new password works, and how soon another one is sent to the same person. */
const LIFETIME_MS = 60 * 60_000;
const PAUSE_MS = 60_000;

const refuse = (status: number, message: string): Response =>
  Response.json({ errors: [{ message }] }, { status });

const forgotPassword: Endpoint["handler"] = async (req) => {
  const { payload } = req;
  if (payload.email.name === "none")
    return refuse(
      501,
      "This server sends no e-mail. Ask whoever runs it for a link to a new password: npm run admin-link prints one.",
    );
  const email = emailOf(await bodyOf(req));
  if (!email) return refuse(400, "Send the e-mail address of the account as { email }.");
  // Not awaited: how long the letter takes would show whether there is an account.
  sendLetter(req, email).catch((err: unknown) => {
    payload.logger.error({ err, msg: "A letter with a link to a new password could not be sent." });
  });
  return Response.json({
    message:
      "If there is an account with this address, a letter with a link to a new password is on its way.",
  });
};

async function bodyOf(req: PayloadRequest): Promise<unknown> {
  const form = req.headers.get("content-type")?.includes("multipart/form-data");
  try {
    if (!form) return await req.json?.();
    // The admin's forms send their fields as one JSON text.
    return JSON.parse(String((await req.formData?.())?.get("_payload") ?? "null"));
  } catch {
    return undefined;
  }
}

const emailOf = (body: unknown): string | undefined => {
  const { email } = (body ?? {}) as { email?: unknown };
  return typeof email === "string" && email.length <= 320 && email.includes("@")
    ? addressOf(email)
    : undefined;
};

/** Not in the request's transaction: that one is over when this begins. */
async function sendLetter({ payload }: PayloadRequest, email: string): Promise<void> {
  const { docs } = await payload.find({
    collection: "users",
    where: { email: { equals: email } },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    showHiddenFields: true,
  });
  const [user] = docs;
  const sent = user?.resetPasswordExpiration
    ? new Date(user.resetPasswordExpiration).getTime() - LIFETIME_MS
    : 0;
  if (!user || Date.now() - sent < PAUSE_MS) return;
  // The person may be logging in meanwhile, with another try.
  const token = await retryOnConflict(() =>
    payload.forgotPassword({
      collection: "users",
      // Payload's type asks for the password that was forgotten; its operation does not.
      data: { email } as { email: string; password: string },
      disableEmail: true,
      expiration: LIFETIME_MS,
    }),
  );
  const link = `${payload.config.serverURL}${payload.config.routes.admin}/reset/${token}`;
  await payload.email.sendEmail({
    to: email,
    subject: "A new password for Clinic Widgets",
    text: `Choose a new password here, within an hour:\n\n${link}\n\nIf you did not ask for it, do nothing: your password stays as it is.\n`,
  });
}

export const passwordEndpoints: Endpoint[] = [
  { path: "/forgot-password", method: "post", handler: forgotPassword },
  {
    path: "/verify/:token",
    method: "post",
    handler: () => refuse(404, "Nothing is to be verified here: administrators make the accounts."),
  },
];
