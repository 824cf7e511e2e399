/** npm run check: format, lint, what is unused, types, and the budgets of what pages download. */
import { ensureBuilds } from "./lib/builds.mjs";
import { checks } from "./lib/checks.mjs";
import { ensureDependencies } from "./lib/install.mjs";
import { runScript, step } from "./lib/steps.mjs";

runScript(async () => {
  await ensureDependencies();
  for (const { name, run } of checks) await step(name, run);
  // The build of the widgets fails when a file is over its budget.
  await ensureBuilds(["widgets"]);
});
