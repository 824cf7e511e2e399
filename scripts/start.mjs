/** npm start: from a fresh clone to the running product with demo content. */
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilds } from "./lib/builds.mjs";
import { ensureDependencies } from "./lib/install.mjs";
import { checkPort, start, waitFor } from "./lib/processes.mjs";
import { CACHE, ROOT, runScript, step } from "./lib/steps.mjs";

const port = Number(process.env.PORT || 3000);
const demoPort = Number(process.env.DEMO_PORT || 4000);
const cms = process.env.PUBLIC_URL || `http://localhost:${port}`;
const demo = `http://localhost:${demoPort}`;

runScript(async () => {
  await ensureDependencies();
  await ensureBuilds();
  await checkPort(port, "PORT");
  await checkPort(demoPort, "DEMO_PORT");

  mkdirSync(join(CACHE, "logs"), { recursive: true });
  const log = join(CACHE, "logs/server.log");
  writeFileSync(log, "");
  /** What the server has to say to the person at the terminal, such as the one-time link. */
  const words = [""];
  let ready = false;
  const onLine = (line) => {
    if (line.trimStart().startsWith("✓")) return; // Next, on its own progress.
    if (!line.startsWith("{")) return void (ready ? process.stdout.write(`${line}\n`) : words.push(line));
    appendFileSync(log, `${line}\n`);
    const { level, msg, err } = parse(line);
    if (level === "error" || level === "fatal")
      process.stderr.write(`${msg}${err?.message ? ` (${err.message})` : ""}\n`);
  };
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await step("Starting the CMS", async () => {
    start(["--enable-source-maps", join(ROOT, "cms/dist/server.mjs"), "--demo-content"], { env, onLine });
    await waitFor(`http://localhost:${port}/readyz`);
  });
  await step("Starting the demo site", async () => {
    start([join(ROOT, "demo/server.mjs")], { env: { ...env, DEMO_PORT: String(demoPort), CMS_URL: cms } });
    await waitFor(demo, 15_000);
  });

  // The link is printed right after the server says that it is ready.
  await new Promise((resolve) => setTimeout(resolve, 300));
  const addresses = [
    ["Demo article", demo],
    ["The same page as one element", `${demo}/topic.html`],
    ["A second partner, in Spanish", `${demo}/corredores/`],
    ["For web developers", `${demo}/docs/`],
    ["CMS", `${cms}/admin`],
    ["Log", log],
  ];
  process.stdout.write(`
Clinic Widgets is running. Stop it with Ctrl-C; your data is kept.

${addresses.map(([name, address]) => `  ${name.padEnd(30)} ${address}`).join("\n")}
${words.join("\n")}
${words.some((line) => line.includes("/first-administrator?")) ? "First: open the link above, choose a password, change a question's answer, publish it, and reload the demo article." : "Log in, change a question's answer, publish it, and reload the demo article."}
`);
  ready = true;
});

function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return { level: "error", msg: line };
  }
}
