/** Which databases `npm test` runs its suites on: `DATABASES=sqlite`, `DATABASES=mongodb`, or both by default. */
import { UserError } from "./project.mjs";

const NAMES = { sqlite: "SQLite", mongodb: "MongoDB" };

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {{ chosen: string[], leftOut: string[] }} `leftOut`: one sentence for each database that is not chosen
 * @throws UserError for a name that is no database
 */
export function chosenDatabases(env = process.env) {
  const given = (env.DATABASES ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  const unknown = given.filter((name) => !(name in NAMES));
  if (unknown.length > 0)
    throw new UserError(
      `DATABASES names ${unknown.join(", ")}. Choose from: ${Object.keys(NAMES).join(", ")}.`,
    );
  const chosen = Object.keys(NAMES).filter((name) => given.length === 0 || given.includes(name));
  const leftOut = Object.keys(NAMES)
    .filter((name) => !chosen.includes(name))
    .map((name) => `LEFT OUT: the suites on ${NAMES[name]}, because DATABASES is ${chosen.join(",")}.`);
  return { chosen, leftOut };
}
