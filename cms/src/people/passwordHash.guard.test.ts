/** How Payload saves a password, now and before: we say of a hash of its making whether a password is right. */
import crypto from "node:crypto";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestCms, type TestCms } from "../../test/testCms.ts";
import { isPassword } from "./passwordHash.ts";

const PERSON = { email: "ada@example.org", password: "a long enough pass phrase" };
const WRONG = "not the right pass phrase";
type Row = { id: string; hash: string; salt: string };

let cms: TestCms;
beforeAll(async () => {
  cms = await openTestCms("sqlite");
  await cms.payload.create({ collection: "users", data: { ...PERSON, name: "Ada", role: "editor" } });
});
afterAll(() => cms?.close());

const row = async () => (await cms.payload.db.findOne<Row>({ collection: "users", where: {} })) as Row;

it("finds a password right that Payload has saved, and no other", async () => {
  const saved = await row();

  expect(await isPassword(PERSON.password, saved)).toBe(true);
  expect(await isPassword(WRONG, saved)).toBe(false);
  expect(await isPassword(PERSON.password, { hash: null, salt: null })).toBe(false);
});

it("finds one right that an earlier version has saved, as Payload does", async () => {
  const { id, salt } = await row();
  const hash = (await promisify(crypto.pbkdf2)(PERSON.password, salt, 25_000, 512, "sha256")).toString("hex");
  await cms.payload.db.updateOne({ collection: "users", id, data: { hash, salt } });

  expect(await isPassword(PERSON.password, { hash, salt })).toBe(true);
  expect(await isPassword(WRONG, { hash, salt })).toBe(false);
  await cms.payload.login({ collection: "users", data: PERSON });
});
