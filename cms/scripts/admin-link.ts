/** Prints a new one-time link. Works beside a running server. */
import { getPayload } from "payload";
import { createAdminLink } from "../src/access/adminLink.ts";
import { ConfigurationError, readEnv } from "../src/env.ts";

try {
  const env = readEnv();
  const { default: config } = await import("../src/payload.config.ts");
  const payload = await getPayload({ config, disableOnInit: true });
  const url = await createAdminLink(payload, env);
  process.stdout.write(
    `The link works once, within 24 hours. It makes an administrator, or gives the one with the same e-mail address a new password:\n  ${url}\n`,
  );
  await payload.destroy();
  process.exit(0);
} catch (err) {
  const message =
    err instanceof ConfigurationError
      ? err.message
      : `The link could not be made: ${(err as Error).message} Start the CMS once before, so that its database exists.`;
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
