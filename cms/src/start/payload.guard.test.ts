/** The server opens Payload, and Next's pages and routes must find that very one: two would be two databases. */
import { randomUUID } from "node:crypto";
import { mongooseAdapter } from "@payloadcms/db-mongodb";
import { buildConfig, getPayload } from "payload";
import { expect, it } from "vitest";
import { scriptsIn } from "../../test/packages.ts";

const config = () =>
  buildConfig({
    secret: "a secret for tests that nobody needs to know",
    db: mongooseAdapter({ url: "mongodb://localhost/nothing" }),
    telemetry: false,
    logger: { options: { level: "silent" } },
    typescript: { autoGenerate: false },
  });

it("gives everybody the instance that was opened first, and keeps it where every copy of the module finds it", async () => {
  const key = randomUUID();
  const options = { key, disableDBConnect: true, disableOnInit: true };

  const first = await getPayload({ ...options, config: config() });
  const second = await getPayload({ ...options, config: config() });

  expect(second).toBe(first);
  expect((globalThis as { _payload?: Map<string, { payload: unknown }> })._payload?.get(key)?.payload).toBe(
    first,
  );
});

it("is asked for without a key of their own by the admin's pages and routes", () => {
  const callers = scriptsIn("@payloadcms/next").filter((script) => script.includes("getPayload("));

  expect(callers.length).toBeGreaterThan(0);
  for (const script of callers) expect(script).not.toMatch(/getPayload\(\{[^}]*\bkey:/);
});
