/** Runs a command of the terminal: prints its sentence and ends with 0, or the fault's and 1. */
import { ConfigurationError, type Env, readDataDir, readEnv } from "../config/env.ts";
import { settleFolder } from "../store/lock.ts";

/** Only the embedded state can be backed up here; MongoDB has tools of its own. */
export async function runCommand(command: (env: Env) => Promise<string>): Promise<never> {
  try {
    settleFolder(readDataDir());
    const env = readEnv();
    if (env.database.kind === "mongodb") {
      throw new ConfigurationError(
        "With DATABASE_URL the content lies in MongoDB: use mongodump and mongorestore. Published files are made again from it.",
      );
    }
    process.stdout.write(`${await command(env)}\n`);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
