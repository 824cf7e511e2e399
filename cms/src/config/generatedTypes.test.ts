import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SanitizedConfig } from "payload";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { COMMAND, writeTypes } from "./generatedTypes.ts";

const COMMITTED = join(import.meta.dirname, "../payload-types.ts");
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clinic-widgets-types-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** The real config, with these languages; no database is opened. */
async function configWith(locales: string): Promise<SanitizedConfig> {
  vi.stubEnv("LOCALES", locales);
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("DATABASE_URL", "");
  vi.resetModules();
  return (await import("../payload.config.ts")).default;
}

it.each(["en,es", "de,pt-BR,ar"])("are what the collections ask for, in %s", async (locales) => {
  const file = join(folder, "payload-types.ts");

  await writeTypes(await configWith(locales), file);

  const isCurrent = readFileSync(file, "utf8") === readFileSync(COMMITTED, "utf8");
  expect(
    isCurrent,
    `cms/src/payload-types.ts is not what the collections ask for. Run "${COMMAND}", read the change, and commit it.`,
  ).toBe(true);
});
