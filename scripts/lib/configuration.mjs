/** The configuration as the server will read it, so that a mistake is reported before anything is built. */
import { join } from "node:path";
import { ROOT, UserError } from "./project.mjs";

/**
 * @returns {Promise<{ port: number, demoPort: number, publicUrl: string, dataDir: string }>}
 * @throws UserError naming every setting that is wrong
 */
export async function readConfiguration() {
  // Only now is it certain to be installed.
  const { build, stop } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, "cms/src/config/env.ts")],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
  });
  // It would stay beside the server for as long as that runs.
  await stop();
  const { readEnv } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`
  );
  try {
    return readEnv();
  } catch (error) {
    if (error.name === "ConfigurationError") throw new UserError(error.message);
    throw error;
  }
}
