/** npm run smoke: starts the product as `npm start` does, on fresh data and free ports, asks for its pages, and stops it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureDependencies } from "./lib/install.mjs";
import { freePort, waitFor } from "./lib/ports.mjs";
import { ended, launchNode, stopAll, whenStopped } from "./lib/processes.mjs";
import { ROOT, UserError } from "./lib/project.mjs";
import { runScript } from "./lib/steps.mjs";

/** The admin UI is built first when it is stale. */
const START_PATIENCE_MS = 15 * 60_000;
const PAGES = ["", "topic.html", "corredores/", "docs/"];
const ANSWERS = [
  "healthz",
  "readyz",
  "admin/login",
  "embed/v1/loader.js",
  "embed/v1/content/en/topics/dry-needling-for-runners.json",
  "embed/v1/content/es/topics/dry-needling-for-runners/faqs.json",
  "embed/v1/html/en/riverside/dry-needling-for-runners/topic.html",
];

runScript(async () => {
  await ensureDependencies();
  const dataDir = mkdtempSync(join(tmpdir(), "clinic-widgets-smoke-"));
  whenStopped(async () => rmSync(dataDir, { recursive: true, force: true }));
  const [port, demoPort] = [await freePort(), await freePort()];
  const { DATABASE_URL: _, PUBLIC_URL: __, ...inherited } = process.env;
  const product = launchNode([join(ROOT, "scripts/start.mjs")], {
    env: { ...inherited, PORT: String(port), DEMO_PORT: String(demoPort), DATA_DIR: dataDir },
  });
  const end = ended(product);
  const failed = end.then((code) => {
    throw new UserError(`npm start ended by itself, with exit code ${code}.`);
  });
  const demo = `http://localhost:${demoPort}`;
  await Promise.race([waitFor(demo, START_PATIENCE_MS), failed]);
  const urls = [
    ...ANSWERS.map((path) => `http://localhost:${port}/${path}`),
    ...PAGES.map((path) => `${demo}/${path}`),
  ];
  for (const url of urls) await Promise.race([waitFor(url), failed]);

  failed.catch(() => {});
  product.kill("SIGTERM");
  const code = await end;
  if (code !== 0) throw new UserError(`npm start ended with exit code ${code} when it was stopped.`);
  process.stdout.write(`Node ${process.versions.node}: ${urls.length} pages and files answered.\n`);
  await stopAll(0);
});
