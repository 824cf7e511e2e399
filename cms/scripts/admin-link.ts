/** `npm run admin-link`: prints a new one-time link. Works beside a running server. */
import { existsSync } from "node:fs";
import { getPayload } from "payload";
import { ConfigurationError, readDataDir, readEnv } from "../src/config/env.ts";
import { createAdminLink } from "../src/people/adminLink.ts";
import { settleFolder } from "../src/store/lock.ts";

try {
  settleFolder(readDataDir());
  const env = readEnv();
  if (env.database.kind === "sqlite" && !existsSync(env.database.file)) {
    throw new ConfigurationError(
      `The link could not be made: there is no database in ${env.dataDir} yet. Start the CMS once, and it prints a link itself.`,
    );
  }
  const { default: config } = await import("../src/payload.config.ts");
  const payload = await getPayload({ config, disableOnInit: true });
  const url = await createAdminLink(payload, env);
  process.stdout.write(
    `The link works once, within 24 hours. It makes an administrator, or gives the one with the same e-mail address a new password:\n  ${url}\n`,
  );
  await payload.destroy();
  process.exit(0);
} catch (err) {
  process.stderr.write(
    `${err instanceof ConfigurationError ? err.message : `The link could not be made: ${(err as Error).message}`}\n`,
  );
  process.exit(1);
}
