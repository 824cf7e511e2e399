/** However a command ends, no process of it is left behind, and its ports are free again. */
import { existsSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { type Command, startCommand } from "../support/command.ts";
import { rawAsk } from "../support/rawRequest.ts";

const READY = { start: "Clinic Widgets is running.", serve: "The admin UI is ready." } as const;

// Processes are found in /proc.
describe.runIf(existsSync("/proc/self/task"))("ending a command", { timeout: 240_000 }, () => {
  let command: Command;
  afterEach(() => command.cleanUp());

  async function started(name: keyof typeof READY, { hasDemoData = true } = {}): Promise<Command> {
    command = await startCommand(name, {}, { hasDemoData: name === "start" && hasDemoData });
    await command.says(READY[name]);
    return command;
  }

  it("npm start ends whole on SIGTERM, with code 0", async () => {
    // On an empty folder, as after a clone.
    const { npm } = await started("start", { hasDemoData: false });

    npm.kill("SIGTERM");

    expect(await command.ends()).toBe(0);
    await command.isGone();
  });

  it("npm start ends whole on Ctrl-C, with code 0", async () => {
    const { npm } = await started("start");

    // A terminal sends it to all processes of the command at once.
    process.kill(-(npm.pid as number), "SIGINT");

    expect(await command.ends()).toBe(0);
    await command.isGone();
  });

  it("npm start ends whole when npm is killed", async () => {
    const { npm } = await started("start");

    npm.kill("SIGKILL");

    await command.isGone();
  });

  it("npm start ends whole when its script is killed", async () => {
    await started("start");

    process.kill(command.scriptPid(), "SIGKILL");

    await command.isGone();
  });

  it("npm start fails, and ends the demo site, when the CMS dies", async () => {
    await started("start");
    const [cms = 0] = command.serverPids();

    process.kill(cms, "SIGKILL");

    expect(await command.ends()).toBe(1);
    expect(command.output()).toContain("The CMS has ended");
    await command.isGone();
  });

  it("npm run serve has no demo, and ends with code 0 on SIGTERM, also when it has just begun", async () => {
    await started("serve");
    const demo = await fetch(command.demoUrl).catch(() => "nobody listens");
    const content = await rawAsk(command.cmsUrl, "GET", "/embed/v1/content/en/clinics/riverside.json");
    command.npm.kill("SIGTERM");

    expect(demo).toBe("nobody listens");
    expect(content.status).toBe(404);
    expect(await command.ends()).toBe(0);
    await command.isGone();
    command.cleanUp();

    command = await startCommand("serve");
    await command.says("Delivery is ready.");
    command.npm.kill("SIGTERM");

    expect(await command.ends()).toBe(0);
    await command.isGone();
  });

  it("npm run serve ends whole when npm is killed", async () => {
    const { npm } = await started("serve");

    npm.kill("SIGKILL");

    await command.isGone();
  });
});
