import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds, openTestCms, type TestCms } from "../../test/testCms.ts";

describe.each(databaseKinds)("a letter with a link to a new password on %s", (kind) => {
  let cms: TestCms;
  const email = "ada@example.org";
  const [OLD, NEW] = ["a long enough pass phrase", "another quiet garden wall"];
  beforeAll(async () => {
    cms = await openTestCms(kind);
    await cms.payload.create({
      collection: "users",
      data: { email, name: "Ada", role: "editor", password: OLD },
    });
  });
  afterAll(() => cms?.close());

  const letter = () =>
    cms.payload.forgotPassword({
      collection: "users",
      data: { email } as { email: string; password: string },
      disableEmail: true,
    });
  const stored = async (): Promise<string> => {
    const [person] = (
      await cms.payload.find({ collection: "users", overrideAccess: true, showHiddenFields: true })
    ).docs;
    return String(person?.resetPasswordToken);
  };
  const redeem = async (token: unknown) =>
    (await cms.rest("POST", "/users/reset-password", { token, password: NEW })).status;

  it("leaves a hash in the database, which opens nothing", async () => {
    const token = await letter();
    const hash = await stored();

    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hash).not.toContain(token);
    for (const other of [hash, "", "none", null, { $ne: null }, { like: "" }])
      expect(await redeem(other), JSON.stringify(other)).toBeGreaterThanOrEqual(400);
  });

  it("works once", async () => {
    const token = await letter();

    expect(await redeem(token)).toBe(200);
    expect(await redeem(token)).toBe(403);
    expect((await cms.rest("POST", "/users/login", { email, password: NEW })).status).toBe(200);
  });

  it("works no more when another was written", async () => {
    const first = await letter();
    await letter();

    expect(await redeem(first)).toBe(403);
  });
});
