/** npm run dev on a clone whose admin was never built: shows the admin, and follows the sources. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { type Command, startCommand } from "../support/command.ts";

const ROOT = join(import.meta.dirname, "../..");
const PAGE = join(ROOT, "demo/topic.html");
const IMPORT_MAP = join(ROOT, "cms/src/app/(payload)/admin/importMap.js");

// Processes are found in /proc.
describe.runIf(existsSync("/proc/self/task"))("npm run dev", { timeout: 600_000 }, () => {
  const before = readFileSync(PAGE, "utf8");
  let command: Command | undefined;
  afterEach(() => {
    command?.cleanUp();
    writeFileSync(PAGE, before);
  });

  it("shows the admin, rebuilds what changes, starts again after a crash, and ends whole", async () => {
    rmSync(IMPORT_MAP, { force: true });
    command = await startCommand("dev");
    const { cmsUrl, demoUrl, npm } = command;
    await command.says("The admin UI is ready.");

    await command.shows(async () => {
      const response = await fetch(`${cmsUrl}/admin/login`);
      expect(response.status).toBe(200);
      expect(/<title>[^<]*/.exec(await response.text())?.[0]).toContain("Clinic Widgets");
    });

    writeFileSync(PAGE, before.replace("</main>", "<p>Written while it runs.</p></main>"));
    await command.shows(async () => {
      const page = await (await fetch(`${demoUrl}/topic.html`)).text();
      expect(page.includes("Written while it runs.")).toBe(true);
    });

    const [cms = 0] = command.serverPids();
    process.kill(cms, "SIGKILL");
    await command.says("The CMS has ended");
    writeFileSync(PAGE, before);
    await command.shows(async () => expect((await fetch(`${cmsUrl}/readyz`)).status).toBe(200));

    npm.kill("SIGTERM");
    expect(await command.ends()).toBe(0);
    await command.isGone();
  });
});
