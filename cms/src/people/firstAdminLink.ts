/** At first start nobody can log in: the server prints a one-time link that makes the first administrator. */
import type { Payload } from "payload";
import type { Env } from "../config/env.ts";
import { createAdminLink } from "./adminLink.ts";

/** Prints a new link while there is no user; earlier unused links stop working. */
export async function printFirstAdminLink(payload: Payload, env: Env): Promise<void> {
  const { totalDocs } = await payload.count({ collection: "users", overrideAccess: true });
  if (totalDocs > 0) return;
  const url = await createAdminLink(payload, env);
  // Plain text and not a log line: it is a secret for the person at the terminal, not for a log collector.
  process.stdout.write(
    `\nCreate the first administrator (the link works once, within 24 hours):\n  ${url}\n\n`,
  );
}
