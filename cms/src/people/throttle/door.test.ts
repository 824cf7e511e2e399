/** What comes to Payload of what is sent to the door, over HTTP. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Payload } from "payload";
import { afterEach, describe, expect, it } from "vitest";
import { guardLogins } from "./door.ts";
import { LIMITS } from "./limits.ts";
import { countersInMemory, LoginThrottle, PLACE_HEADER } from "./throttle.ts";

const LOGIN = "/api/users/login";
type Next = (req: IncomingMessage, res: ServerResponse) => unknown;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** A server behind whose door `next` answers. Whoever sends a cookie is logged in. */
async function open(
  next: Next,
  {
    database = true,
    trustedProxies = ["127.0.0.1", "::1"],
    pauseMs = 0,
    knownPlaces = [] as string[],
    counters = countersInMemory,
  } = {},
) {
  const payload = {
    auth: async ({ headers }: { headers: Headers }) => ({
      user: headers.has("cookie") ? { id: "me" } : null,
    }),
    db: { name: "sqlite" },
    count: async () => {
      if (!database) throw new Error("The database is away.");
    },
    logger: { error: () => {} },
  } as unknown as Payload;
  const throttle = new LoginThrottle(counters);
  for (const place of knownPlaces) await throttle.welcome("somebody@example.org", place);
  const server = createServer(
    guardLogins({ payload, throttle, trustedProxies, next, refuseAfterMs: 0, pauseMs }),
  ).listen(0);
  servers.push(server);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return (path: string, { method = "POST", body = "{}", headers = {} }: RequestOptions = {}) =>
    fetch(`http://localhost:${port}${path}`, {
      method,
      headers,
      ...(method === "GET" ? {} : { body }),
    });
}
type RequestOptions = { method?: string; body?: string; headers?: Record<string, string> };

const answering =
  (status: number): Next =>
  (_, res) => {
    res.statusCode = status;
    res.end();
  };
const echo: Next = async (req, res) => {
  let length = 0;
  for await (const chunk of req) length += (chunk as Buffer).length;
  res.end(JSON.stringify({ length, place: req.headers[PLACE_HEADER] }));
};

describe("the door", () => {
  it("takes 16 KB of a stranger, and no more", async () => {
    const ask = await open(echo);

    const taken = await ask("/api/faqs", { body: "x".repeat(16 * 1024) });
    const refused = await ask("/api/faqs", { body: "x".repeat(16 * 1024 + 1) });

    expect(await taken.json()).toMatchObject({ length: 16 * 1024 });
    expect(refused.status).toBe(413);
    expect(await refused.text()).toContain("16 KB at most");
  });

  it("takes more of whoever is logged in, and of everybody while nobody can be known", async () => {
    const body = "x".repeat(200_000);
    const known = await (await open(echo))("/api/faqs", { body, headers: { cookie: "payload-token=x" } });
    const unknowable = await (await open(echo, { database: false }))("/api/faqs", { body });

    expect(await known.json()).toEqual({ length: 200_000 });
    expect(await unknowable.json()).toEqual({ length: 200_000 });
  });

  it("counts a flood in turns, a few at once", async () => {
    let counting = 0;
    let most = 0;
    const slowly: typeof countersInMemory = (name, limit) => {
      const counter = countersInMemory(name, limit);
      const consume = counter.consume.bind(counter);
      counter.consume = async (key) => {
        most = Math.max(most, ++counting);
        await pause(20);
        counting--;
        return consume(key);
      };
      return counter;
    };
    const ask = await open(answering(401), { counters: slowly });

    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => ask(LOGIN, { headers: { "x-forwarded-for": `192.0.2.${n}` } })),
    );

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
  });

  it("says to what is behind it where a try comes from, which nobody else may say", async () => {
    const ask = await open(echo);
    const headers = { [PLACE_HEADER]: "made up", "x-forwarded-for": "2001:db8:1:2::9" };

    expect(await (await ask(LOGIN, { headers })).json()).toMatchObject({ place: "2001:db8:1:2::/64" });
    expect(await (await ask("/api/users/1", { method: "PATCH", headers })).json()).toMatchObject({
      place: "2001:db8:1:2::/64",
    });
    expect(await (await ask("/api/faqs", { headers })).json()).toEqual({ length: 2 });
    expect(await (await ask("/api/faqs", { method: "GET", headers })).json()).toEqual({ length: 0 });
  });

  it.each([
    [LOGIN],
    ["/api/users/LOGIN"],
    ["/api/users/login/"],
    ["/api//users/login"],
    ["/api/users/%6cogin?depth=0"],
    ["/api/users/forgot-password"],
    ["/api/users/reset-password"],
    ["/first-administrator"],
    ["/api/first-administrator"],
  ])("lets a place try so often at %s, and then says when to try again", async (path) => {
    const ask = await open(answering(401));

    const answers = await Promise.all(Array.from({ length: LIMITS.place.points + 5 }, () => ask(path)));
    const refused = answers.filter(({ status }) => status === 429);

    expect(answers.filter(({ status }) => status === 401)).toHaveLength(LIMITS.place.points);
    expect(refused).toHaveLength(5);
    for (const answer of refused) {
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(60);
      expect(await answer.text()).toContain("Nobody was logged in: there were too many tries.");
    }
  });

  it.each([
    ["a right password", LOGIN, 200, false],
    ["a fault of ours", LOGIN, 503, false],
    ["a wrong password", LOGIN, 401, true],
    ["a letter that was asked for", "/api/users/forgot-password", 200, true],
  ])("counts %s: %s answered %i: %s", async (_, path, status, isCounted) => {
    const ask = await open(answering(status));

    for (let n = 0; n < LIMITS.place.points; n++) await ask(path);

    expect((await ask(path)).status).toBe(isCounted ? 429 : status);
  });

  it("does not count other places, nor what is no try", async () => {
    const ask = await open(answering(401));
    for (let n = 0; n < LIMITS.place.points; n++)
      await ask(LOGIN, { headers: { "x-forwarded-for": "198.51.100.7" } });

    expect((await ask(LOGIN, { headers: { "x-forwarded-for": "203.0.113.9" } })).status).toBe(401);
    expect((await ask("/api/users/logout", { headers: { "x-forwarded-for": "198.51.100.7" } })).status).toBe(
      401,
    );
  });

  it("believes nobody about the place who is no proxy of ours", async () => {
    const ask = await open(answering(401), { trustedProxies: [] });

    const answers = await Promise.all(
      Array.from({ length: LIMITS.place.points + 5 }, (_, n) =>
        ask(LOGIN, { headers: { "x-forwarded-for": `10.0.0.${n}` } }),
      ),
    );

    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
  });

  it("is not held up by whoever sends a body slowly, or never", async () => {
    const ask = await open(answering(200));
    const { port } = (servers[0] as Server).address() as AddressInfo;
    const stalled = Array.from({ length: 5 }, () => {
      const socket = connect(port).on("error", () => {});
      socket.write(`POST ${LOGIN} HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{`);
      return socket;
    });
    await Promise.all(stalled.map((socket) => once(socket, "connect")));

    expect((await ask(LOGIN)).status).toBe(200);
    for (const socket of stalled) socket.destroy();
  });

  it("makes a pause after a wrong try, but not where somebody has logged in, nor for people who are logged in", async () => {
    const seen: string[] = [];
    const ask = await open(
      (req, res) => {
        seen.push(String(req.headers["x-forwarded-for"] ?? req.url));
        answering(401)(req, res);
      },
      // For ever, as far as this test goes.
      { pauseMs: 600_000, knownPlaces: ["198.51.100.7"] },
    );
    const from = (place: string) => ask(LOGIN, { headers: { "x-forwarded-for": place } });

    await from("203.0.113.1");
    void from("203.0.113.2").catch(() => {});
    await from("198.51.100.7");
    await ask("/api/users/1", { method: "PATCH" });

    expect(seen).toEqual(["203.0.113.1", "198.51.100.7", "/api/users/1"]);
  });

  it("lets two passwords be hashed at once at most, those of people who are made among them", async () => {
    let inside = 0;
    let most = 0;
    const waiting: (() => void)[] = [];
    const ask = await open(async (_, res) => {
      most = Math.max(most, ++inside);
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        setImmediate(() => waiting.shift()?.());
      });
      inside--;
      res.end();
    });

    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        n % 2 ? ask(LOGIN) : ask(`/api/users/${n}`, { method: n % 4 ? "PATCH" : "POST" }),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(2);
  });
});
