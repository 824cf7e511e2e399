/** When the form of an account asks for the current password: as the server does, in `people/currentPassword.ts`. */
import type { FormState } from "payload";

export const CURRENT_PASSWORD = "currentPassword";
/** What the form's state holds while a new password is typed; Payload leaves them there when it is saved. */
export const PASSWORDS = ["password", "confirm-password", CURRENT_PASSWORD];

/** Whether the form changes what an account is logged in with. `email` is the address that is saved. */
export const changesLogin = (fields: FormState, email: unknown): boolean =>
  Boolean(fields.password?.value) || addressOf(fields.email?.value) !== addressOf(email);

const addressOf = (value: unknown): string => (typeof value === "string" ? value.trim().toLowerCase() : "");
