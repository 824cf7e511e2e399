/** Which databases the suites run on: chosen with DATABASES, and named when one is left out. */
import { describe, expect, it } from "vitest";
import { chooseDatabases } from "../../cms/test/databaseKinds.ts";

const { chosenDatabases } = await import("../../scripts/lib/databases.mjs" as string);

const MONGODB_TEST_URL = "mongodb://localhost:1/?replicaSet=rs";

describe("DATABASES", () => {
  it("is both by default, and nothing is left out", () => {
    expect(chosenDatabases({})).toEqual({ chosen: ["sqlite", "mongodb"], leftOut: [] });
    expect(chosenDatabases({ DATABASES: "" })).toEqual({ chosen: ["sqlite", "mongodb"], leftOut: [] });
  });

  it.each([
    ["sqlite", "LEFT OUT: the suites on MongoDB, because DATABASES is sqlite."],
    ["mongodb", "LEFT OUT: the suites on SQLite, because DATABASES is mongodb."],
  ])("says what %s leaves out", (name, sentence) => {
    expect(chosenDatabases({ DATABASES: name })).toEqual({ chosen: [name], leftOut: [sentence] });
  });

  it("refuses a database that there is not, with a sentence", () => {
    expect(() => chosenDatabases({ DATABASES: "sqlite,postgres" })).toThrow(
      "DATABASES names postgres. Choose from: sqlite, mongodb.",
    );
  });

  it.each([
    ["sqlite", { DATABASES: "sqlite", MONGODB_TEST_URL }, ["sqlite"]],
    ["mongodb", { DATABASES: "mongodb", MONGODB_TEST_URL }, ["mongodb"]],
    ["both, when both are named", { DATABASES: "mongodb, sqlite", MONGODB_TEST_URL }, ["sqlite", "mongodb"]],
    ["both, when none is named", { MONGODB_TEST_URL }, ["sqlite", "mongodb"]],
    ["sqlite alone, when there is no MongoDB", {}, ["sqlite"]],
  ])("the suites run on %s", (_, env, kinds) => {
    expect(chooseDatabases(env as NodeJS.ProcessEnv)).toEqual(kinds);
  });
});
