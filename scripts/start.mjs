/** npm start: from a fresh clone to the running product with demo content. */
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilds } from "./lib/builds.mjs";
import { readConfiguration } from "./lib/configuration.mjs";
import { ensureDependencies } from "./lib/install.mjs";
import { checkPorts, waitFor } from "./lib/ports.mjs";
import { eachLine, ended, isStopping, launchNode, stopAll } from "./lib/processes.mjs";
import { LOGS } from "./lib/project.mjs";
import { runScript, step } from "./lib/steps.mjs";

const LOG = join(LOGS, "server.log");

runScript(
  async () => {
    await ensureDependencies();
    const { port, demoPort, publicUrl } = await readConfiguration();
    await checkPorts({ PORT: port, DEMO_PORT: demoPort }, "npm start");
    await ensureBuilds();

    const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
    const demo = `http://localhost:${demoPort}`;
    const words = await step("Starting the CMS", () => startCms(env));
    await step("Starting the demo site", async () => {
      endTogether(
        "The demo site",
        launchNode(["demo/server.mjs"], { env: { ...env, DEMO_PORT: String(demoPort), CMS_URL: publicUrl } }),
      );
      await waitFor(demo, 30_000);
    });
    tellAddresses({ cms: publicUrl, demo, words });
  },
  { codeWhenStopped: 0 },
);

/**
 * Starts the CMS and waits until its admin is ready.
 * @returns {Promise<string[]>} what it has to say to the person at the terminal, such as the one-time link
 */
async function startCms(env) {
  mkdirSync(LOGS, { recursive: true });
  writeFileSync(LOG, "");
  const cms = launchNode(["--enable-source-maps", "cms/dist/server.mjs", "--demo-content"], {
    env,
    stdout: "pipe",
  });
  endTogether("The CMS", cms);
  const words = [];
  let isReady = false;
  await new Promise((resolve) => {
    eachLine(cms.stdout, (line) => {
      if (line.trimStart().startsWith("✓")) return; // Next, on its own progress.
      if (!line.startsWith("{")) {
        if (isReady) process.stdout.write(`${line}\n`);
        else words.push(line);
        return;
      }
      appendFileSync(LOG, `${line}\n`);
      const { level, msg, err } = parse(line);
      if (level === "error" || level === "fatal")
        process.stderr.write(`${msg}${err?.message ? ` (${err.message})` : ""}\n`);
      // The last thing that the server says when it starts.
      if (msg !== "The admin UI is ready.") return;
      isReady = true;
      resolve(undefined);
    });
  });
  return words;
}

/** One without the other is of no use: when one ends by itself, the command fails, and all of it ends. */
async function endTogether(name, child) {
  const code = await ended(child);
  if (isStopping()) return;
  process.stderr.write(`${name} has ended (exit code ${code}). Its log: ${LOG}\n`);
  await stopAll(code || 1);
}

function tellAddresses({ cms, demo, words }) {
  const addresses = [
    ["Demo article", demo],
    ["The same page as one element", `${demo}/topic.html`],
    ["A second partner, in Spanish", `${demo}/corredores/`],
    ["For web developers", `${demo}/docs/`],
    ["CMS", `${cms}/admin`],
    ["Log", LOG],
  ];
  const says = (part) => words.some((line) => line.includes(part));
  const begin = says("/first-administrator?") ? "First: open the link above, choose a password" : "Log in";
  const next = says("The demo content is not loaded")
    ? "and write your own content."
    : "change a question's answer, publish it, and reload the demo article.";
  process.stdout.write(`
Clinic Widgets is running. Stop it with Ctrl-C; your data is kept.

${addresses.map(([name, address]) => `  ${name.padEnd(30)} ${address}`).join("\n")}
${words.join("\n")}
${begin}, ${next}
`);
}

function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return { level: "error", msg: line };
  }
}
