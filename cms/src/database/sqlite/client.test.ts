import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SqliteClient } from "./client.ts";

describe("a file that another process has locked", () => {
  let folder: string;
  let other: Database.Database;
  let client: SqliteClient;

  async function openLocked(waitMs: number): Promise<void> {
    const file = join(folder, "locked.sqlite");
    client = new SqliteClient(file, waitMs);
    await client.open();
    await client.execute("CREATE TABLE texts (text TEXT)");
    other = new Database(file);
    other.exec("BEGIN EXCLUSIVE");
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "clinic-widgets-locked-"));
  });
  afterEach(() => {
    other?.close();
    client?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is waited for, while the process goes on and reads", async () => {
    await openLocked(60_000);
    let written = false;
    const write = client.execute("INSERT INTO texts VALUES ('late')").then(() => {
      written = true;
    });

    // Were SQLite itself to wait, no timer would ring before the end.
    for (let turn = 0; turn < 5; turn++) await pause(30);
    const whileLocked = await client.execute("SELECT count(*) AS texts FROM texts");
    const wasWritten = written;
    other.exec("COMMIT");
    await write;

    expect([wasWritten, whileLocked.rows[0]?.texts]).toEqual([false, 0]);
    expect((await client.execute("SELECT text FROM texts")).rows[0]?.text).toBe("late");
  });

  it("is not waited for for ever: the write is refused with a sentence, and the next one works", async () => {
    await openLocked(200);

    await expect(client.execute("INSERT INTO texts VALUES ('refused')")).rejects.toThrow(
      "The change was not saved: the database was busy with another change for 0.2 seconds.",
    );
    other.exec("COMMIT");
    await client.execute("INSERT INTO texts VALUES ('next')");

    expect((await client.execute("SELECT text FROM texts")).rows.map(({ text }) => text)).toEqual(["next"]);
  });
});
