/** What the database keeps of a token that a person brings once: whoever reads it there opens nothing with it. */
import { createHash } from "node:crypto";

/** The hash of `token`. Tokens are long and random: a quick hash without salt is enough. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");
