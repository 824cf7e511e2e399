import pino from "pino";
import { describe, expect, it } from "vitest";
import { logConsole, loggerOptions, plainError } from "./log.ts";

describe("the log", () => {
  it("keeps what editors typed, and passwords, out of errors", () => {
    const cause = Object.assign(new Error("E11000 duplicate key"), {
      code: 11000,
      writeErrors: [{ op: { answer: "Private words." } }],
    });
    const error = Object.assign(
      new Error(
        "Failed query: insert into faqs values (?, ?)\nparams: 1,Private words.\nMore private words.",
        {
          cause,
        },
      ),
      { data: { value: "Private words." } },
    );

    const said = JSON.stringify(plainError(error));

    expect(said).not.toContain("rivate words");
    expect(plainError(error)).toMatchObject({
      message: "Failed query: insert into faqs values (?, ?)",
      stack: expect.stringMatching(/^ +at /),
      cause: { message: "E11000 duplicate key", code: 11000 },
    });
    expect(plainError(new Error("No answer from mongodb://cms:hunter2@db/cms")).message).toBe(
      "No answer from mongodb://***@db/cms",
    );
  });

  it("makes one JSON line of what libraries print", () => {
    const lines: string[] = [];
    const original = { ...console };
    try {
      logConsole(pino(loggerOptions, { write: (line: string) => void lines.push(line) }));
      console.error("It failed:", new Error("no reason"), { a: 1 });
    } finally {
      Object.assign(console, original);
    }

    expect(JSON.parse(lines.join(""))).toMatchObject({
      level: "error",
      msg: "It failed: { a: 1 }",
      err: { message: "no reason" },
    });
  });
});
