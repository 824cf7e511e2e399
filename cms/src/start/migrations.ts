/** Migrations run in a process of their own: one on a fresh file at a time, and no half-open Payload stays behind. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ConfigurationError } from "../config/env.ts";

/** How the process says that its configuration is wrong, which a retry does not fix. */
export const CONFIGURATION_EXIT_CODE = 78;

/** Brings the database up to date. Ends with the server, when `signal` says so: what is half done is undone. */
export function runMigrations(distDir: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const child = spawn(process.execPath, ["--enable-source-maps", join(distDir, "migrate.mjs")], {
      stdio: ["ignore", "inherit", "pipe"],
      signal,
    });
    let errors = "";
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      errors += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else if (code === CONFIGURATION_EXIT_CODE) reject(new ConfigurationError(errors.trim()));
      else
        reject(
          new Error(`The migrations ended with exit code ${code}. The lines above say why. ${errors}`.trim()),
        );
    });
  });
}
