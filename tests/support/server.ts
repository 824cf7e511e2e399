/** The CMS alone, from its first moment: for tests of how it starts and stops. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { freePort } from "./product.ts";

export type ServerProcess = {
  url: string;
  process: ChildProcess;
  output(): string;
  /** How it ended: the exit code, or the signal. */
  ended: Promise<number | NodeJS.Signals>;
};

/** Starts it and waits for nothing. */
export async function spawnServer(env: Record<string, string>, args: string[] = []): Promise<ServerProcess> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(
    process.execPath,
    ["--enable-source-maps", join(import.meta.dirname, "../../cms/dist/server.mjs"), ...args],
    {
      env: {
        ...inherited,
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
        PORT: String(port),
        PUBLIC_URL: url,
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk) => {
      printed += chunk;
    });
  const ended = new Promise<number | NodeJS.Signals>((resolve) =>
    child.once("exit", (code, signal) => resolve(code ?? (signal as NodeJS.Signals))),
  );
  return { url, process: child, output: () => printed, ended };
}
