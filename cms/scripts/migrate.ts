/** Applies pending migrations. The server runs this, in a process of its own, before it opens the database. */
import { getPayload } from "payload";
import { ConfigurationError, readEnv } from "../src/config/env.ts";
import { createLogger } from "../src/config/log.ts";
import { migrateDatabase } from "../src/database/migrate.ts";
import { CONFIGURATION_EXIT_CODE } from "../src/start/migrations.ts";

const log = createLogger();
try {
  const env = readEnv();
  const { default: config } = await import("../src/payload.config.ts");
  const payload = await getPayload({ config, disableOnInit: true });
  const applied = await migrateDatabase(payload, env);
  if (applied.length > 0) log.info({ msg: "The database was migrated.", applied });
  await payload.destroy();
  process.exit(0);
} catch (err) {
  if (err instanceof ConfigurationError) {
    process.stderr.write(`${err.message}\n`);
    process.exit(CONFIGURATION_EXIT_CODE);
  }
  log.fatal({ err, msg: "The database could not be migrated. It is as it was before." });
  process.exit(1);
}
