/** What the folder does when its disk refuses, and what a crash leaves in it. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Logger } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeFileName } from "../../test/codeFile.ts";
import { openDirectoryStore } from "./directory.ts";
import type { Snapshot, SnapshotStore, WorkedOff } from "./types.ts";

const noRows: WorkedOff = { ids: [], remove: async () => {} };
const snapshot = (slug: string, body = "words"): Snapshot => ({
  path: `content/en/topics/${slug}.json`,
  unit: `topics/${slug}`,
  sources: [],
  revision: "1",
  body,
});
const textOf = (store: SnapshotStore, slug: string) => store.snapshot(snapshot(slug).path)?.body;

describe("the store in a folder", () => {
  let folder: string;
  const fileOf = (slug: string) => join(folder, "snapshots", snapshot(slug).path);
  /** Puts a folder where the file of `slug` should be: it can neither be written nor removed. */
  const block = (slug: string) => {
    rmSync(fileOf(slug), { force: true });
    mkdirSync(join(fileOf(slug), "in-the-way"), { recursive: true });
  };
  const unblock = (slug: string) => rmSync(fileOf(slug), { recursive: true, force: true });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "clinic-widgets-directory-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("withdraws at once although the disk refuses, and tells the publisher, who tries again", async () => {
    const store = await openDirectoryStore(folder);
    await store.commit({ put: [snapshot("a"), snapshot("b")], remove: [] }, noRows);
    const text = readFileSync(fileOf("b"));
    block("b");

    await expect(store.commit({ put: [], remove: [snapshot("b").path] }, noRows)).rejects.toThrow();
    expect(store.file(snapshot("b").path)).toBeUndefined();

    // The disk is well again, and the file as it was: the next turn removes it, or a restart would bring it back.
    unblock("b");
    writeFileSync(fileOf("b"), text);
    await store.commit({ put: [], remove: [] }, noRows);
    expect((await openDirectoryStore(folder)).file(snapshot("b").path)).toBeUndefined();
  });

  it("shows a shorter list at once although the disk refuses, and keeps the rows until it is written", async () => {
    const store = await openDirectoryStore(folder);
    await store.commit({ put: [snapshot("a"), snapshot("b", "a claim")], remove: [] }, noRows);
    let removed = false;
    const rows = {
      ids: ["1"],
      remove: async () => {
        removed = true;
      },
    };
    block("b");

    const refused = store.commit({ put: [snapshot("b", "nothing")], remove: [] }, rows);
    await expect(refused).rejects.toThrow(/could not be written to .*Free some space/);
    expect([textOf(store, "b"), removed]).toEqual(["nothing", false]);

    // Whatever comes next writes it down first; by itself the publisher comes with the same rows and no change.
    await expect(store.commit({ put: [snapshot("a", "newer")], remove: [] }, noRows)).rejects.toThrow();
    expect(textOf(store, "a")).toBe("newer");
    unblock("b");
    await store.commit({ put: [], remove: [] }, rows);
    expect(removed).toBe(true);
    const again = await openDirectoryStore(folder);
    expect([textOf(again, "a"), textOf(again, "b")]).toEqual(["newer", "nothing"]);
  });

  it("writes down the newest alone, when it is closed at the latest", async () => {
    const store = await openDirectoryStore(folder);
    await store.commit({ put: [snapshot("a"), snapshot("b")], remove: [] }, noRows);
    block("b");
    const { path } = snapshot("a");
    for (const change of [
      { put: [], remove: [path, snapshot("b").path] },
      { put: [snapshot("a", "newer")], remove: [] },
    ])
      await expect(store.commit(change, noRows)).rejects.toThrow();
    unblock("b");

    await store.close();

    expect([...(await openDirectoryStore(folder)).snapshots()].map((each) => each.body)).toEqual(["newer"]);
  });

  it("starts with a new build although the disk refuses, says so, and writes it with the next commit", async () => {
    const build = join(folder, "new-build");
    mkdirSync(build);
    writeFileSync(join(build, "loader.js"), "load()");
    const code = codeFileName("code");
    writeFileSync(join(build, code), "code");
    writeFileSync(
      join(build, "manifest.json"),
      JSON.stringify({ script: "", style: "", frame: "", integrity: {} }),
    );
    const said: { msg: string }[] = [];
    const log = { warn: (line: { msg: string }) => void said.push(line) };
    const store = await openDirectoryStore(folder, { log: log as Pick<Logger, "warn"> });
    writeFileSync(join(folder, "builds"), "not a folder");

    await store.addBuild(build, ["en"], "https://cms.example");
    expect(store.file("loader.js")?.identity.toString()).toBe("load()");
    expect(said[0]?.msg).toContain("Free some space");

    rmSync(join(folder, "builds"));
    await store.commit({ put: [], remove: [] }, noRows);
    expect((await openDirectoryStore(folder)).file(code)?.identity.toString()).toBe("code");
  });

  it("forgets halves that a crash has left, and what cannot be understood", async () => {
    const first = await openDirectoryStore(folder);
    await first.commit({ put: [snapshot("a")], remove: [] }, noRows);
    writeFileSync(join(dirname(fileOf("a")), "1-2.half"), '{"path":"content/en/topics/h');
    writeFileSync(fileOf("cut"), '{"path":"content/en/topics/c');

    const store = await openDirectoryStore(folder);

    expect([...store.snapshots()].map((each) => each.unit)).toEqual(["topics/a"]);
    expect(readdirSync(dirname(fileOf("a")))).toEqual(["a.json"]);
  });
});
