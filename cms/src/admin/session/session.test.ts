import { beforeEach, describe, expect, it, vi } from "vitest";
import { Session } from "./session.ts";

let user: object | null;
let status: number;
let asked: string[];
let session: Session;
beforeEach(() => {
  user = { id: "1" };
  status = 200;
  asked = [];
  session = new Session("/api", async (input) => {
    asked.push(String(input));
    if (status === 0) throw new TypeError("Failed to fetch");
    return String(input).endsWith("/me")
      ? Response.json({ user })
      : Response.json({ errors: [{ message: "Wrong password." }] }, { status });
  });
});

describe("a login", () => {
  it("is lost when the server knows nobody, which is told once, and found by logging in again", async () => {
    const listener = vi.fn();
    session.subscribe(listener);
    await session.check();
    expect(session.isLost()).toBe(false);

    user = null;
    await Promise.all([session.check(), session.check()]);
    expect(session.isLost()).toBe(true);
    expect(asked).toHaveLength(2);
    expect(listener).toHaveBeenCalledTimes(1);

    status = 401;
    expect(await session.logIn("a@example.org", "x")).toBe("Wrong password.");
    expect(session.isLost()).toBe(true);
    status = 200;
    expect(await session.logIn("a@example.org", "y")).toBeUndefined();
    expect(session.isLost()).toBe(false);
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it("is waited for where it is lost, and where it is not there is nothing to wait for", async () => {
    expect(await session.waitForLogin()).toBe(false);

    user = null;
    const waiting = session.waitForLogin();
    await vi.waitFor(() => expect(session.isLost()).toBe(true));
    await session.logIn("a@example.org", "x");

    expect(await waiting).toBe(true);
  });

  it("is not lost when it is prolonged, or when the server is away", async () => {
    await session.prolong();
    status = 0;
    await session.prolong();
    await session.check();
    expect(session.isLost()).toBe(false);
    expect(await session.logIn("a@example.org", "x")).toContain("did not answer");
  });

  it("is lost when it cannot be prolonged and nobody is logged in", async () => {
    status = 403;
    await session.prolong();
    expect(session.isLost()).toBe(false);
    user = null;
    await session.prolong();
    expect(session.isLost()).toBe(true);
  });
});
