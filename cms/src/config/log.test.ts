import pino from "pino";
import { describe, expect, it } from "vitest";
import { logConsole, loggerOptions, plainError, shortLine } from "./log.ts";

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

describe("a line of the log", () => {
  const lines: string[] = [];
  const log = pino(loggerOptions, { write: (line: string) => void lines.push(line) });
  const lineOf = (write: () => void) => {
    lines.length = 0;
    write();
    expect(lines).toHaveLength(1);
    return lines[0] ?? "";
  };

  it.each([
    ["a new line that looks like one of ours", 'x\n{"level":"info","msg":"forged"}'],
    ["colours of a terminal", "\u001b[2J\u001b[31mforged\u009b31m"],
    ["lines of other kinds", "a\u2028b\u2029c\u0085d\rz"],
    ["text that is read backwards", "a\u202egnp.exe\u2066"],
    ["characters that nobody sees", "a\u200b\ufeff\u0000\u007f"],
  ])("holds no %s", (_, sent) => {
    for (const line of [
      lineOf(() => log.warn({ msg: sent })),
      lineOf(() => log.error({ err: new Error(sent), msg: "It failed." })),
      lineOf(() => log.info({ msg: "Delivered.", path: sent, [sent]: 1 })),
    ]) {
      expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(line.endsWith("\n")).toBe(true);
      expect(JSON.stringify(JSON.parse(line))).toContain(JSON.stringify(sent).slice(1, 4));
    }
  });

  it.each<[string, () => void]>([
    ["a long sentence", () => log.error({ msg: "x".repeat(200_000) })],
    ["a long error", () => log.error({ err: new Error("x".repeat(200_000)), msg: "It failed." })],
    ["a long address", () => log.info({ msg: "Asked.", path: "\u202e".repeat(50_000) })],
    ["a long list", () => log.info({ msg: "Asked.", sent: Array(50_000).fill("x") })],
    ["a long name", () => log.info({ msg: "Asked.", ["x".repeat(100_000)]: 1 })],
    ["marks that grow when they are written", () => log.error({ msg: "\u202e\u0001".repeat(100_000) })],
  ])("stays short for %s", (_, write) => {
    const line = lineOf(write);

    expect(line.length).toBeLessThan(25_000);
    expect(JSON.parse(line)).toMatchObject({ shortened: expect.stringMatching(/^from \d+ characters$/) });
  });

  it("is left as it is otherwise", () => {
    const line = `${JSON.stringify({ level: "info", msg: "¿Cómo está?" })}\n`;
    expect(shortLine(line)).toBe(line);
  });
});
