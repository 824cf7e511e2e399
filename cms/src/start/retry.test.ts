import { describe, expect, it } from "vitest";
import { ConfigurationError } from "../config/env.ts";
import { retryUntilItWorks } from "./retry.ts";

const lines: { msg: string }[] = [];
const log = { error: (line: unknown) => void lines.push(line as { msg: string }) } as never;

describe("a step of the start", () => {
  it("is repeated until it works, and each failure is told", async () => {
    lines.length = 0;
    let times = 0;
    const work = async () => {
      if (++times < 2) throw new Error("The database is away.");
      return "there";
    };

    const result = await retryUntilItWorks(work, {
      attempt: "Looking",
      log,
      signal: new AbortController().signal,
    });

    expect(result).toBe("there");
    expect(lines.map((line) => line.msg)).toEqual(["Looking failed. Delivery goes on; trying again in 1 s."]);
  });

  it("is given up when the configuration is wrong: trying again mends nothing", async () => {
    const work = async () => {
      throw new ConfigurationError("MongoDB has no replica set.");
    };

    await expect(
      retryUntilItWorks(work, { attempt: "Looking", log, signal: new AbortController().signal }),
    ).rejects.toThrow("no replica set");
  });

  it("is given up when the server stops", async () => {
    const stopping = new AbortController();
    const work = async () => {
      stopping.abort();
      throw new Error("The database is away.");
    };

    await expect(
      retryUntilItWorks(work, { attempt: "Looking", log, signal: stopping.signal }),
    ).rejects.toThrow("away");
  });
});
