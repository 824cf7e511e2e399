/** A password that can be guessed opens everything. Length is what helps; rules about characters do not. */
import { type CollectionBeforeOperationHook, ValidationError } from "payload";

export const MIN_PASSWORD_LENGTH = 12;

/** The sentence for a password that is too weak, or `true`. */
export function checkPasswordStrength(password: string): string | true {
  if (password.length < MIN_PASSWORD_LENGTH)
    return `The password is too short. Use at least ${MIN_PASSWORD_LENGTH} characters; a few unrelated words are easy to remember.`;
  if (new Set(password).size < 5)
    return "The password repeats the same few characters. Use a few unrelated words.";
  return true;
}

export const checkPassword: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  if (operation !== "create" && operation !== "update" && operation !== "resetPassword") return;
  const password = (args as { data?: { password?: unknown } }).data?.password;
  if (typeof password !== "string" || password === "") return;
  const checked = checkPasswordStrength(password);
  if (checked !== true)
    throw new ValidationError(
      {
        collection: collection.slug,
        errors: [{ path: "password", label: "Password", message: checked }],
        req,
      },
      req.t,
    );
};
