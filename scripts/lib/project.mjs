/** Where things are, and the kind of error that a person at the terminal can correct. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const CACHE = join(ROOT, ".cache");
export const LOGS = join(CACHE, "logs");

/** Something that the person at the terminal can correct; its message is a sentence. */
export class UserError extends Error {
  name = "UserError";
}
