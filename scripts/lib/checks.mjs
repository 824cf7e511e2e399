/** What `npm run check` looks at, and `npm test` first. */
import { join } from "node:path";
import { run } from "./processes.mjs";
import { ROOT } from "./project.mjs";

const bin = (name) => join(ROOT, "node_modules/.bin", name);
const types = (folder) => ({ name: `Types of ${folder}`, run: () => run(bin("tsc"), ["-p", folder]) });

/** @type {{ name: string, run: () => Promise<unknown> }[]} */
export const checks = [
  { name: "Format and lint", run: () => run(bin("biome"), ["ci", "--colors=off", "."]) },
  { name: "Unused files, exports and dependencies", run: () => run(bin("knip"), ["--no-progress"]) },
  ...["shared", "widgets", "cms", "demo", "tests"].map(types),
];
