/** `npm run canary`: which version it tries, what it changes in its copy, and which tests are the guards. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const { guardsNamedIn, newestCommon, payloadPackages, projectFiles, setVersions } = await import(
  "../../scripts/lib/canary.mjs" as string
);

describe("the version that the canary tries", () => {
  it("is the newest 3.x, by number and not by its place in the list", () => {
    expect(newestCommon({ payload: ["3.9.0", "3.90.2", "3.100.0", "3.90.1"] })).toBe("3.100.0");
  });

  it("is neither a prerelease nor a later major version", () => {
    const payload = ["3.90.2", "3.91.0-canary.4", "4.0.0"];

    expect(newestCommon({ payload })).toBe("3.90.2");
  });

  it("is one that all packages have, because Payload refuses to start with different ones", () => {
    const published = { payload: ["3.90.1", "3.90.2"], "@payloadcms/ui": ["3.90.1"] };

    expect(newestCommon(published)).toBe("3.90.1");
  });

  it("is refused with a sentence when they have none in common", () => {
    expect(() => newestCommon({ payload: ["3.90.2"], "@payloadcms/ui": ["3.90.1"] })).toThrow(
      "There is no version 3.x that payload, @payloadcms/ui all have.",
    );
  });
});

describe("the copy that the canary works in", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "clinic-widgets-canary-test-"));
    for (const name of ["shared", "widgets", "demo"]) write(name, {});
    write("cms", {
      dependencies: { payload: "3.90.2", "@payloadcms/ui": "3.90.2", mongoose: "8.24.1", zod: "4.6.7" },
    });
    write("tests", { devDependencies: { payload: "3.90.2", mongoose: "8.24.1" } });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const fileOf = (name: string) => join(folder, name, "package.json");
  const read = (name: string) => JSON.parse(readFileSync(fileOf(name), "utf8"));
  function write(name: string, manifest: object) {
    mkdirSync(dirname(fileOf(name)), { recursive: true });
    writeFileSync(fileOf(name), JSON.stringify(manifest));
  }

  it("names every package of Payload", () => {
    expect(payloadPackages(folder)).toEqual({ payload: "3.90.2", "@payloadcms/ui": "3.90.2" });
  });

  it("gets the version in every package.json, and what Payload brings along in the version that it brings", () => {
    const brought = { mongoose: "8.25.0", zod: "^4.0.0", unused: "1.0.0" };

    const changed = setVersions(folder, "3.91.0", brought);

    expect(changed).toEqual({ mongoose: "8.25.0" });
    expect(read("cms").dependencies).toEqual({
      payload: "3.91.0",
      "@payloadcms/ui": "3.91.0",
      mongoose: "8.25.0",
      zod: "4.6.7",
    });
    expect(read("tests").devDependencies).toEqual({ payload: "3.91.0", mongoose: "8.25.0" });
  });

  it("holds the sources, and nothing that is installed or built", async () => {
    const files: string[] = await projectFiles();

    expect(files).toContain("cms/src/payload.config.ts");
    expect(files.filter((file) => /node_modules|^cms\/dist|\.next\//.test(file))).toEqual([]);
  });
});

describe("the guards", () => {
  it("are read from the column Guard alone", () => {
    const sample = [
      "See `cms/src/other.guard.test.ts`.",
      "",
      "| What | Guard | Then |",
      "| ---- | ----- | ---- |",
      "| one | `cms/src/one.guard.test.ts` | see `cms/src/third.guard.test.ts` |",
      "| two | `tests/two.guard.test.ts`, `cms/src/one.guard.test.ts` | |",
      "| three | `cms/src/app/(folder)/three.guard.test.ts` | |",
      "",
      "| What | Where |",
      "| ---- | ----- |",
      "| one | `cms/src/fourth.guard.test.ts` |",
    ].join("\n");

    expect(guardsNamedIn(sample)).toEqual([
      "cms/src/app/(folder)/three.guard.test.ts",
      "cms/src/one.guard.test.ts",
      "tests/two.guard.test.ts",
    ]);
  });
});
