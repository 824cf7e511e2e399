/** A preview lasts as long as the login from which it was opened, and half an hour at most. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { hashCheaply } from "../../test/cheapHashing.ts";
import { databaseKinds, openTestCms, type TestCms } from "../../test/testCms.ts";
import { Memory } from "../store/memory.ts";
import { createPreview } from "./preview.ts";
import { readPreview, signPreview } from "./token.ts";

const SECRET = "a secret for tests that nobody needs to know";
const [PASSWORD, OTHER_PASSWORD] = ["a long enough pass phrase", "another quiet garden wall"];
const LOGGED_OUT = "This preview has ended with the login from which it was opened. Log in again";
const FAQS = "embed/v1/content/en/topics/needles/faqs.json";

type Role = "administrator" | "editor" | "author" | "clinic-manager";
type Person = { id: string; email: string; token: string };

describe.each(databaseKinds)("a preview on %s", (kind) => {
  let cms: TestCms;
  let server: Server;
  let origin: string;
  let topic: string;
  let serial = 0;
  beforeAll(async () => {
    hashCheaply();
    cms = await openTestCms(kind);
    await makePerson("administrator");
    const { id } = await cms.payload.create({
      collection: "topics",
      data: { title: "Needles", slug: "needles" },
      draft: true,
    });
    topic = String(id);
    const env = {
      secret: SECRET,
      publicUrl: "http://localhost",
      locales: ["en", "es"] as [string, ...string[]],
    };
    const preview = createPreview({ payload: cms.payload, store: new Memory(), env });
    server = createServer((req, res) => void preview(req, res)).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    server?.close();
    await cms?.close();
  });

  async function logIn(email: string, password = PASSWORD): Promise<string> {
    const answer = await cms.rest("POST", "/users/login", { email, password });
    return ((await answer.json()) as { token: string }).token;
  }
  async function makePerson(role: Role = "editor"): Promise<Person> {
    const email = `person-${++serial}@example.org`;
    const data = { name: "Ada", role, email, password: PASSWORD };
    const { id } = await cms.payload.create({ collection: "users", data });
    return { id: String(id), email, token: await logIn(email) };
  }
  const headersOf = (token: string) => ({ authorization: `JWT ${token}` });
  const openPage = (token?: string) =>
    fetch(`${origin}/preview/topics/${topic}?locale=en`, {
      redirect: "manual",
      ...(token ? { headers: headersOf(token) } : {}),
    });
  /** The address under which widgets ask, without any login. */
  async function open(token: string): Promise<string> {
    const [, path] =
      / src="http:\/\/localhost(\/preview\/[^"/]+)"/.exec(await (await openPage(token)).text()) ?? [];
    return origin + path;
  }
  async function ask(url: string) {
    const answer = await fetch(url);
    const { error } = (answer.status === 204 ? {} : await answer.json()) as {
      error?: { code: string; message: string };
    };
    return { status: answer.status, code: error?.code, message: error?.message ?? "" };
  }
  const change = (person: Person, data: object) =>
    cms.payload.update({ collection: "users", id: person.id, data, overrideAccess: true });

  it.each(["administrator", "editor", "author"] as const)(
    "is opened by an %s, and read without a login",
    async (role) => {
      const { token } = await makePerson(role);

      const preview = await open(token);

      expect(await ask(`${preview}/${FAQS}`)).toMatchObject({ status: 200 });
      expect(await ask(`${preview}/login`)).toMatchObject({ status: 204 });
    },
  );

  it("is opened by nobody else", async () => {
    const manager = await makePerson("clinic-manager");

    expect((await openPage()).status).toBe(302);
    const refused = await openPage(manager.token);
    expect([refused.status, await refused.text()]).toEqual([
      403,
      "Drafts are shown to those who write them.",
    ]);
  });

  it.each<[string, (person: Person) => Promise<unknown>]>([
    ["a logout", ({ token }) => cms.rest("POST", "/users/logout", {}, headersOf(token))],
    [
      "a logout everywhere",
      ({ token }) => cms.rest("POST", "/users/logout?allSessions=true", {}, headersOf(token)),
    ],
    ["a new password", (person) => change(person, { password: OTHER_PASSWORD })],
    [
      "a new password by letter",
      async ({ email }) => {
        const data = { email } as { email: string; password: string };
        const token = await cms.payload.forgotPassword({ collection: "users", data, disableEmail: true });
        await cms.rest("POST", "/users/reset-password", { token, password: OTHER_PASSWORD });
      },
    ],
    ["a deletion", ({ id }) => cms.payload.delete({ collection: "users", id, overrideAccess: true })],
    [
      "the login's own end",
      async ({ id }) => {
        const { db } = cms.payload;
        const row = await db.findOne<{ id: string; sessions: object[] }>({
          collection: "users",
          where: { id: { equals: id } },
        });
        const past = new Date(Date.now() - 1_000).toISOString();
        const sessions = row?.sessions.map((session) => ({ ...session, expiresAt: past }));
        await db.updateOne({ collection: "users", id, data: { sessions } });
      },
    ],
  ])("ends with %s", async (_, end) => {
    const person = await makePerson();
    const preview = await open(person.token);

    await end(person);

    for (const path of [FAQS, "embed/v1/content/en/site.json", "login"]) {
      const { status, code, message } = await ask(`${preview}/${path}`);
      expect([path, status, code]).toEqual([path, 403, "logged-out"]);
      expect(message).toContain(LOGGED_OUT);
    }
  });

  it("ends with the right to see drafts", async () => {
    const person = await makePerson();
    const preview = await open(person.token);

    await change(person, { role: "clinic-manager" });

    expect(await ask(`${preview}/${FAQS}`)).toMatchObject({ status: 403, code: "not-allowed" });
  });

  it("goes on while the same person logs in and out elsewhere, and when the login is extended", async () => {
    const person = await makePerson();
    const preview = await open(person.token);

    const elsewhere = await logIn(person.email);
    await cms.rest("POST", "/users/logout", {}, headersOf(elsewhere));
    await cms.rest("POST", "/users/refresh-token", {}, headersOf(person.token));

    expect(await ask(`${preview}/${FAQS}`)).toMatchObject({ status: 200 });
  });

  it("is not opened by a token that somebody has changed", async () => {
    const [one, other] = [await makePerson(), await makePerson()];
    const parts = async ({ token }: Person) =>
      (await open(token)).slice(`${origin}/preview/`.length).split(".");
    const [mine, theirs] = [await parts(one), await parts(other)];

    const forged = mine
      .slice(0, 4)
      .map((_, at) => mine.with(at, at === 3 ? "9999999999999" : (theirs[at] ?? "")));
    for (const token of [
      ...forged.filter((each) => each.join() !== mine.join()),
      [...mine, "x"],
      ["x"],
      mine.slice(2),
    ])
      expect(await ask(`${origin}/preview/${token.join(".")}/${FAQS}`), token.join(".")).toMatchObject({
        status: 403,
        code: "preview-over",
      });
  });

  it("asks the database once for a request that is refused, and never for a false token", async () => {
    const person = await makePerson();
    const preview = await open(person.token);
    await cms.rest("POST", "/users/logout", {}, headersOf(person.token));
    const reads = vi.spyOn(cms.payload.db, "findOne");

    await ask(`${preview}/${FAQS}`);
    await ask(`${origin}/preview/x.y.z.9999999999999.mac/${FAQS}`);

    expect(reads).toHaveBeenCalledTimes(1);
    reads.mockRestore();
  });

  it("lets the page run its own script alone", async () => {
    const page = await openPage((await makePerson()).token);
    const policy = page.headers.get("content-security-policy") ?? "";

    expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/]{43}='/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  });
});

it("lasts half an hour at most", () => {
  const preview = { topic: "t", person: "p", session: "s" };
  const token = signPreview(SECRET, preview, 0);

  expect(readPreview(SECRET, token, 30 * 60_000)).toEqual(preview);
  expect(readPreview(SECRET, token, 30 * 60_000 + 1)).toBeUndefined();
  expect(readPreview("another secret", token, 0)).toBeUndefined();
});
