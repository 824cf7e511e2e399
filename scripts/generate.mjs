/** npm run generate: writes the types of the collections, cms/src/payload-types.ts, after a change to their fields. */
import { ensureBuilds } from "./lib/builds.mjs";
import { ensureDependencies } from "./lib/install.mjs";
import { runNode } from "./lib/processes.mjs";
import { runScript, step } from "./lib/steps.mjs";

runScript(async () => {
  await ensureDependencies();
  await ensureBuilds(["server"]);
  await step("Writing the types of the collections", () =>
    runNode(["cms/dist/generate.mjs"], { log: "generate.log" }),
  );
});
