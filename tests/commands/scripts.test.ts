/** The commands of package.json: each is there, and says in a sentence what is wrong, before it does anything. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const { checkNode } = await import("../../scripts/lib/install.mjs" as string);
const { checkPorts } = await import("../../scripts/lib/ports.mjs" as string);
const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

describe("the commands", () => {
  let folder: string;
  const servers: Server[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "clinic-widgets-commands-"));
  });
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs the script of a command to its end. */
  function command(name: string, args: string[] = [], env: Record<string, string> = {}) {
    const { DATABASE_URL: _, PAYLOAD_SECRET: __, ...inherited } = process.env;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, `scripts/${name}.mjs`), ...args],
      { encoding: "utf8", env: { ...inherited, DATA_DIR: join(folder, "data"), ...env } },
    );
    return { status, said: (stdout + stderr).trim() };
  }
  async function takenPort(): Promise<number> {
    const server = createServer();
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, resolve));
    return (server.address() as { port: number }).port;
  }

  // A tool named there is not found on a fresh clone: a script installs it first.
  it.each(Object.entries(scripts))(
    "have a script for npm run %s, which installs what it needs",
    (_, line) => {
      expect(line).toMatch(/^(exec )?node scripts\/[a-z-]+\.mjs$/);
      const script = readFileSync(join(ROOT, line.split(" ").at(-1) ?? ""), "utf8");
      expect(script).toMatch(/await ensureDependencies\(\)|runCmsCommand\(/);
    },
  );

  it.each(["18.20.0", "20.18.3", "21.7.3", "22.11.0", "23.11.1"])(
    "refuse Node %s with a sentence",
    (version) => {
      expect(() => checkNode(version)).toThrow(
        `Clinic Widgets needs Node 20.19, 22.12, 24 or later; this is Node ${version}. Install one from nodejs.org.`,
      );
    },
  );

  it.each(["20.19.0", "20.20.2", "22.12.0", "24.0.0", "26.12.1"])("take Node %s", (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });

  it("name every port that is in use, and how to choose others", async () => {
    const [one, two] = [await takenPort(), await takenPort()];

    await expect(checkPorts({ PORT: one, DEMO_PORT: two }, "npm start")).rejects.toThrow(
      `Port ${one} is in use. Port ${two} is in use. Stop what uses them, or choose other ports: PORT=${one + 10} DEMO_PORT=${two + 10} npm start`,
    );
  });

  it("refuse one port for both the CMS and the demo site", async () => {
    await expect(checkPorts({ PORT: 4000, DEMO_PORT: 4000 }, "npm start")).rejects.toThrow(
      "PORT and DEMO_PORT are both 4000, but the CMS and the demo site need one each. Set one of them to another number: DEMO_PORT=4010 npm start",
    );
  });

  it.each(["start", "serve", "dev"])("%s tells of a port in use at once", async (name) => {
    const port = await takenPort();

    const { status, said } = command(name, [], { PORT: String(port) });

    expect(status).toBe(1);
    expect(said).toMatch(
      new RegExp(
        `^Port ${port} is in use\\. Stop what uses it, or choose other ports: PORT=${port + 10} npm`,
      ),
    );
  });

  it.each([
    ["start", { PORT: "abc" }, "PORT must be a whole number from 1 to 65535."],
    ["serve", { LOCALES: "english" }, "LOCALES must be different language tags separated by commas"],
    ["serve", { DATABASE_URL: "postgres://db" }, "DATABASE_URL must begin with mongodb://"],
    ["serve", { DATABASE_URL: "mongodb://db/cms?replicaSet=rs" }, "PAYLOAD_SECRET is missing."],
    ["serve", { DATA_DIR: "/dev/null/data" }, "/dev/null/data/secret cannot be used ("],
    ["dev", { PUBLIC_URL: "cms.example.org" }, "PUBLIC_URL must be the full address of the CMS"],
    ["admin-link", { LOCALES: "en,en" }, "LOCALES must be different language tags separated by commas"],
  ])("%s with %o says what is wrong, and nothing else", (name, env, sentence) => {
    const { status, said } = command(name, [], env as unknown as Record<string, string>);

    expect(status).toBe(1);
    expect(said.split("\n")).toHaveLength(1);
    expect(said).toContain(sentence);
  });

  it("restore says so when no backup is named, or there is none", () => {
    const unnamed = command("restore");
    const missing = command("restore", [join(folder, "missing.tar.gz")]);

    expect(unnamed).toEqual({
      status: 1,
      said: "Say which backup to restore: npm run restore backups/<time>.tar.gz",
    });
    expect(missing.status).toBe(1);
    expect(missing.said).toContain(`There is no backup at ${join(folder, "missing.tar.gz")}`);
  });

  it("backup says so when there is nothing to back up", () => {
    const { status, said } = command("backup", [join(folder, "one.tar.gz")]);

    expect(status).toBe(1);
    expect(said).toMatch(/^There is nothing to back up/);
  });

  it("admin-link says so when there is no database yet, and makes none", () => {
    const { status, said } = command("admin-link");

    expect(status).toBe(1);
    expect(said).toBe(
      `The link could not be made: there is no database in ${join(folder, "data")} yet. Start the CMS once, and it prints a link itself.`,
    );
    expect(existsSync(join(folder, "data/cms.sqlite"))).toBe(false);
  });

  it("test says so when there is no such test", () => {
    const { status, said } = command("test", [join(folder, "nothing")]);

    expect(status).toBe(1);
    expect(said).toMatch(/^There is no test at /);
  });

  it("migration-create says how to name one", () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, "cms/dist/migration-create.mjs"), "Add Phone"],
      { encoding: "utf8" },
    );

    expect(status).toBe(1);
    expect(stderr).toContain("Name the migration in small letters, digits and hyphens");
  });
});
