import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CollectionConfig } from "payload";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTestPayload } from "../../../test/database.ts";
import { writeMigration } from "./write.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clinic-widgets-migrations-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const notes = (...names: string[]): CollectionConfig => ({
  slug: "notes",
  fields: names.map((name) => ({ name, type: "text", localized: true })),
});

async function write(
  collection: CollectionConfig,
  day: number,
  locales?: string[],
): Promise<string | undefined> {
  const { payload, close } = await openTestPayload({ kind: "sqlite", collections: [collection], locales });
  const written = await writeMigration(payload.db, folder, "change", new Date(Date.UTC(2026, 0, day, 9, 5)));
  await close();
  return written;
}

const read = (name: string) => readFileSync(join(folder, "sqlite", `${name}.ts`), "utf8");

describe("writing a migration", () => {
  it("writes one for each database, and none when nothing has changed", async () => {
    const first = await write(notes("text"), 1);
    const second = await write(notes("text"), 2);

    expect([first, second]).toEqual(["20260101_090500_change", undefined]);
    expect(readdirSync(join(folder, "sqlite"))).toEqual([
      "20260101_090500_change.ts",
      "index.ts",
      "schema.json",
    ]);
    expect(readdirSync(join(folder, "mongodb"))).toEqual(["20260101_090500_change.ts", "index.ts"]);
  });

  it("writes what a new field needs, and lists both migrations in order", async () => {
    await write(notes("text"), 1);
    const second = await write(notes("text", "source"), 2);

    expect(read(String(second))).toContain("ALTER TABLE \\`notes_locales\\` ADD \\`source\\` text;");
    expect(read(String(second))).not.toContain("CREATE TABLE");
    expect(read("index").match(/name: "\d+/g)).toEqual(['name: "20260101', 'name: "20260102']);
  });

  it("adds the new name of a renamed field before it removes the old one, and asks nothing", async () => {
    await write(notes("text"), 1);
    const source = read(String(await write(notes("body"), 2)));

    expect(source.indexOf("ADD \\`body\\`")).toBeGreaterThan(0);
    expect(source.indexOf("DROP COLUMN \\`text\\`")).toBeGreaterThan(source.indexOf("ADD \\`body\\`"));
  });

  it("needs none for another language: languages are values, not columns", async () => {
    await write(notes("text"), 1, ["en", "es"]);

    expect(await write(notes("text"), 2, ["en", "es", "de", "ar"])).toBeUndefined();
  });
});
