/** Which databases the suites run on. */

export type DatabaseKind = "sqlite" | "mongodb";

const ALL: DatabaseKind[] = ["sqlite", "mongodb"];

/**
 * Those that `DATABASES` names, both by default, and MongoDB only where `MONGODB_TEST_URL` says that there is one.
 * `npm test` sets that, and prints what is left out.
 */
export function chooseDatabases(env: NodeJS.Dict<string>): DatabaseKind[] {
  const chosen = env.DATABASES ? env.DATABASES.split(",").map((name) => name.trim()) : ALL;
  return ALL.filter((kind) => chosen.includes(kind) && (kind !== "mongodb" || Boolean(env.MONGODB_TEST_URL)));
}

export const databaseKinds = chooseDatabases(process.env);
