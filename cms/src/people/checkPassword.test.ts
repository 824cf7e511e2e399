import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds, openTestCms, type TestCms } from "../../test/testCms.ts";
import { checkPasswordStrength } from "./checkPassword.ts";

const ADA = { email: "ada.lovelace@example.org", name: "Ada Lovelace" };

it.each([
  "short",
  "password1234",
  "ada.lovelace@example.org",
  "ada.lovelace@example.org1",
  "AdaLovelace1815",
  "aaaaaaaabcde",
  "abcabcabcabcabc",
  "123456789012",
  "qwertyuiop12",
  "letmeinletmein",
  "clinicwidgets2026",
  "Sommer2026!!",
])("refuses %s", (password) => {
  expect(checkPasswordStrength(password, ADA)).toMatch(
    /^The password is (too short|easy to guess)\. .*A few/,
  );
});

it.each([
  "a long enough pass phrase",
  "correct horse battery staple",
  "drei kleine graue Maeuse",
  "x7$kQ9!vLm2p",
  "пять зелёных слонов",
  "山の上の小さな青い家で眠る",
  `${"a".repeat(12)} quiet garden behind the mill`,
])("takes %s", (password) => {
  expect(checkPasswordStrength(password, ADA)).toBe(true);
});

it("says what is wrong with it", () => {
  expect(checkPasswordStrength("password1234")).toBe(
    "The password is easy to guess. This is similar to a commonly used password. A few unrelated words are easy to remember.",
  );
});

describe.each(databaseKinds)("at every door on %s", (kind) => {
  let cms: TestCms;
  let id: string | number;
  const GOOD = "a long enough pass phrase";
  beforeAll(async () => {
    cms = await openTestCms(kind);
    const data = { ...ADA, password: GOOD, role: "editor" as const };
    ({ id } = await cms.payload.create({ collection: "users", data }));
  });
  afterAll(() => cms?.close());

  const refused = expect.objectContaining({
    data: expect.objectContaining({
      errors: [
        expect.objectContaining({ path: "password", message: expect.stringMatching(/easy to guess/) }),
      ],
    }),
  });
  const attempt = (doing: Promise<unknown>) => doing.catch((error) => error);

  it("a new person's", async () => {
    const data = { email: "grace@example.org", name: "Grace", role: "editor" as const };

    for (const password of ["password1234", "grace@example.org"])
      expect(await attempt(cms.payload.create({ collection: "users", data: { ...data, password } }))).toEqual(
        refused,
      );
  });

  it("a change's, which names the password alone", async () => {
    const change = { collection: "users", id, data: { password: "ada.lovelace@example.org" } } as const;

    expect(await attempt(cms.payload.update(change))).toEqual(refused);
  });

  it("a change's of many, whoever of them it is easy for", async () => {
    const grace = { email: "hopper.grace@example.net", name: "Grace Hopper", password: GOOD };
    await cms.payload.create({ collection: "users", data: { ...grace, role: "editor" } });
    const change = (password: string) =>
      cms.payload.update({ collection: "users", where: { email: { exists: true } }, data: { password } });

    for (const password of ["ada.lovelace@example.org", "hopper.grace@example.net", "GraceHopper1906"])
      expect(await attempt(change(password)), password).toEqual(refused);
    expect(await change("a quiet garden behind walls")).toMatchObject({ docs: [{}, {}] });
  });

  it("a letter's", async () => {
    const token = await cms.payload.forgotPassword({
      collection: "users",
      data: { email: ADA.email } as { email: string; password: string },
      disableEmail: true,
    });
    const reset = (password: string) =>
      cms.payload.resetPassword({ collection: "users", data: { token, password }, overrideAccess: true });

    expect(await attempt(reset("Ada.Lovelace@example.org"))).toEqual(refused);
    expect(await reset("another quiet garden wall")).toMatchObject({ user: { email: ADA.email } });
  });
});
