/** Structured logs: one JSON object a line, made for a log collector. */
import { format } from "node:util";
import pino, { type Logger, type LoggerOptions } from "pino";

/** Settings shared by the server's and Payload's loggers. Nothing that names a person or a password is ever printed. */
export const loggerOptions: LoggerOptions = {
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: ["req.headers", "*.password", "*.token", "*.secret"],
  serializers: { err: plainError, error: plainError },
  hooks: { streamWrite: shortLine },
};

/** The server's own logger. */
export const createLogger = (): Logger => pino(loggerOptions);

/** What libraries print becomes lines of the log; some of them know only the console. */
export function logConsole(log: Logger): void {
  const line =
    (level: "info" | "warn" | "error") =>
    (...words: unknown[]): void => {
      const err = words.find((word) => word instanceof Error);
      const rest = words.filter((word) => word !== err);
      log[level]({ ...(err ? { err } : {}), msg: withoutSecrets(format(...rest)).trim() });
    };
  console.log = console.info = console.debug = line("info");
  console.warn = line("warn");
  console.error = line("error");
}

/** A line that names an error with its frames is a few thousand characters long. */
const LONGEST_LINE = 8000;
const LONGEST_TEXT = 1000;
/**
 * What a terminal or a viewer of logs could take for a command, a new line or another order of reading. The line feed at the
 * end of a line is the only one in it: JSON writes those of texts as letters.
 */
const CONTROLS = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/gu;

/** `line` within bounds, whatever a stranger has sent that went into it. */
export function shortLine(line: string): string {
  const safe = line.replace(CONTROLS, escaped);
  if (safe.length <= LONGEST_LINE) return safe;
  const { level, time, msg, err } = JSON.parse(line) as Record<string, unknown>;
  const { type, message, stack } = (err ?? {}) as Partial<PlainError>;
  const rest = {
    level,
    time,
    msg: cut(msg),
    ...(err ? { err: { type: cut(type), message: cut(message), stack: cut(stack) } } : {}),
    shortened: `from ${line.length} characters`,
  };
  return `${JSON.stringify(rest)}\n`.replace(CONTROLS, escaped);
}

/** As JSON writes it: some of these characters are two code units. */
const escaped = (character: string): string =>
  [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`)
    .join("");

const cut = (value: unknown): string => String(value ?? "").slice(0, LONGEST_TEXT);

type PlainError = { type: string; message: string; code?: unknown; stack?: string; cause?: PlainError };

/**
 * What a log says of an error. Errors carry more: database drivers put the statement with all its values into them, and
 * these are what an editor typed.
 */
export function plainError(error: unknown, depth = 0): PlainError {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutSecrets(String(error)) };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: withoutSecrets(error.message),
    ...(typeof code === "string" || typeof code === "number" ? { code } : {}),
    // The frames alone: the first lines are the message again.
    stack: (error.stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .join("\n"),
    ...(error.cause !== undefined && depth < 5 ? { cause: plainError(error.cause, depth + 1) } : {}),
  };
}

/** `text` without the values of a failed statement, and without the passwords of addresses. */
function withoutSecrets(text: string): string {
  // A scheme is short: without a bound, a long word would be looked at once for each of its letters.
  return text.replace(/\nparams: [\s\S]*/, "").replace(/([a-z+]{1,20}:\/\/)[^@\s/]*@/gi, "$1***@");
}
