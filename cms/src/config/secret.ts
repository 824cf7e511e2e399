/** With the embedded database the secret that signs logins is made once, and readable by its owner alone. */
import { randomBytes } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigurationError } from "./configurationError.ts";

const SHORTEST = 32;

/** The secret in `dataDir`; of several processes that start on an empty folder all get the same. */
export function loadOrCreateSecret(dataDir: string): string {
  const file = join(dataDir, "secret");
  const known = readSecret(file);
  if (known) return known;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const whole = join(dataDir, `secret.${process.pid}-${randomBytes(4).toString("hex")}`);
  try {
    writeFileSync(whole, `${randomBytes(SHORTEST).toString("hex")}\n`, { mode: 0o600, flush: true });
    // A link appears whole, and only where nothing is: another process may have been faster.
    linkSync(whole, file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw unusable(dataDir, cause);
  } finally {
    rmSync(whole, { force: true });
  }
  return readSecret(file) as string;
}

function readSecret(file: string): string | undefined {
  let secret: string;
  try {
    secret = readFileSync(file, "utf8").trim();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw unusable(file, cause);
  }
  if (secret.length < SHORTEST) {
    throw new ConfigurationError(
      `The secret in ${file} is shorter than ${SHORTEST} characters. Put it back from a backup, or delete the file: everybody will have to log in again.`,
    );
  }
  chmodSync(file, 0o600);
  return secret;
}

const unusable = (path: string, cause: unknown): ConfigurationError =>
  new ConfigurationError(
    `${path} cannot be used (${(cause as Error).message}). Let this user read and write there, or set DATA_DIR to another folder.`,
    { cause },
  );
