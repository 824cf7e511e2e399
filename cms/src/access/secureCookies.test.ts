import { buildConfig, generatePayloadCookie } from "payload";
import { expect, it } from "vitest";
import { Users } from "../collections/Users.ts";
import { databaseAdapter } from "../database/index.ts";
import { withVersions } from "../versions/adapter.ts";
import { secureCookies } from "./secureCookies.ts";

async function cookieFor(publicUrl: string): Promise<string> {
  const config = await buildConfig({
    secret: "a secret for tests that nobody needs to know",
    db: databaseAdapter({ database: { kind: "sqlite", file: "/nowhere" } }, withVersions),
    collections: [{ ...Users, fields: [{ name: "name", type: "text" }] }],
    plugins: [secureCookies(publicUrl)],
    typescript: { autoGenerate: false },
  });
  const collection = config.collections.find(({ slug }) => slug === "users");
  return generatePayloadCookie({
    collectionAuthConfig: (collection as NonNullable<typeof collection>).auth,
    cookiePrefix: "payload",
    token: "token",
  });
}

it.each([
  ["https://cms.example.org", true],
  ["http://localhost:3000", false],
])("the login of %s is kept to HTTPS: %s", async (publicUrl, secure) => {
  const cookie = await cookieFor(publicUrl);

  expect(/; *Secure=true|; *Secure(;|$)/i.test(cookie)).toBe(secure);
  expect(cookie).toContain("HttpOnly");
  expect(cookie).toContain("SameSite=Lax");
});
