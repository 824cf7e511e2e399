/** A login as a browser and as a program get it, from Payload itself. */
import type { IncomingMessage } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestCms, type TestCms } from "../../test/testCms.ts";
import type { Handler } from "./restRequest.ts";
import { readHostCookie, withHostCookie } from "./sessionCookie.ts";
import { withoutTokenForPages } from "./tokenInAnswer.ts";

const WHO = { email: "ann@clinic.example", password: "a password of many words" };
const PAGE = { origin: "http://localhost", "sec-fetch-site": "same-origin" };

let cms: TestCms;
let url = "https://cms.example.org";
beforeAll(async () => {
  cms = await openTestCms("sqlite");
  await cms.payload.create({ collection: "users", data: { name: "Ann", role: "author", ...WHO } });
});
afterAll(() => cms.close());

const payload: Handler<undefined> = async (request) => {
  const text = await request.text();
  const path = new URL(request.url).pathname.replace(/^\/api/, "");
  return cms.rest(
    request.method,
    path,
    text ? (JSON.parse(text) as object) : undefined,
    Object.fromEntries(request.headers),
  );
};
const answer = withHostCookie(async () => url, withoutTokenForPages(payload));
const ask = async (method: string, path: string, headers: Record<string, string>, body?: object) => {
  const response = await answer(
    new Request(`http://localhost/api${path}`, {
      method,
      headers: { "content-type": "application/json", ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
    undefined,
  );
  return { response, body: (await response.json()) as Record<string, unknown> };
};
const logIn = (headers: Record<string, string>) => ask("POST", "/users/login", headers, WHO);
const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
/** As the door passes it on. */
function passedOn(cookie: string): string {
  const req = { headers: { cookie } } as IncomingMessage;
  readHostCookie(req, url);
  return req.headers.cookie ?? "";
}

describe("a browser", () => {
  it("gets its login as a cookie that no script can read, and the token nowhere else", async () => {
    const { response, body } = await logIn(PAGE);
    const cookie = passedOn(cookieOf(response));
    const me = await ask("GET", "/users/me", { cookie, "sec-fetch-site": "same-origin" });
    const refreshed = await ask("POST", "/users/refresh-token", { cookie, ...PAGE });

    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()[0]).toMatch(/HttpOnly/);
    expect([body, me.body, refreshed.body].map(({ user }) => user)).toEqual(
      Array(3).fill(expect.objectContaining({ email: WHO.email })),
    );
    const token = cookie.split("=")[1] ?? "";
    for (const each of [body, me.body, refreshed.body]) {
      expect(JSON.stringify(each)).not.toContain(token);
      expect(each).not.toHaveProperty("token");
      expect(each).not.toHaveProperty("refreshedToken");
    }
    expect(me.body.exp).toEqual(expect.any(Number));
    expect(cookieOf(refreshed.response)).toMatch(/^__Host-payload-token=./);
  });
});

describe("a program", () => {
  it("gets the token in the answer, and may name it in Authorization", async () => {
    const { body } = await logIn({});
    const me = await ask("GET", "/users/me", { authorization: `JWT ${body.token}` });

    expect(body.token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(me.body).toMatchObject({ user: { email: WHO.email }, token: body.token });
  });
});

describe("the cookie", () => {
  it("belongs to the host under https, where that can be, and keeps its plain name on localhost", async () => {
    url = "https://cms.example.org";
    expect(cookieOf((await logIn(PAGE)).response)).toMatch(/^__Host-payload-token=/);
    url = "http://localhost:3000";
    expect(cookieOf((await logIn(PAGE)).response)).toMatch(/^payload-token=/);
  });

  it.each([
    ["https://x", "__Host-payload-token=a", "payload-token=a"],
    ["https://x", "payload-token=forged", ""],
    [
      "https://x",
      "payload-token=forged; __Host-payload-token=a; payload-theme=dark",
      "payload-token=a; payload-theme=dark",
    ],
    ["https://x", "__Host-payload-token=a;payload-token=forged", "payload-token=a"],
    ["https://x", " payload-token =forged", ""],
    ["http://x", "payload-token=a; __Host-payload-token=b", "payload-token=a; __Host-payload-token=b"],
  ])("under %s, %j reaches Payload as %j", (publicUrl, sent, reaches) => {
    url = publicUrl;
    expect(passedOn(sent)).toBe(reaches);
  });
});
