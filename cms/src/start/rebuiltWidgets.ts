/** In development the widgets are built again while the server runs, which takes them up without a restart. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Logger } from "pino";

/** What `npm run dev` sends when it has built the widgets or their renderer. */
const MESSAGE = "widgets-built";

/** Calls `takeUp` with the address of the new renderer, one build at a time. When that fails, the build before is served on. */
export function whenWidgetsAreBuilt(
  distDir: string,
  log: Pick<Logger, "info" | "error">,
  takeUp: (renderer: string) => Promise<void>,
): void {
  const renderer = pathToFileURL(join(distDir, "renderer.mjs")).href;
  let builds = 0;
  let last = Promise.resolve();
  process.on("message", (message) => {
    if (message !== MESSAGE) return;
    last = last.then(async () => {
      try {
        // Node never loads the same address twice.
        builds += 1;
        await takeUp(`${renderer}?build=${builds}`);
        log.info({ msg: "The new build of the widgets is served." });
      } catch (err) {
        log.error({
          err,
          msg: "The new build of the widgets could not be loaded. The one before is served.",
        });
      }
    });
  });
}
