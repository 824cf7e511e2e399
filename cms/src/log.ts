/** Structured logs: one JSON object a line, made for a log collector. */
import pino, { type Logger, type LoggerOptions } from "pino";

/** Settings shared by the server's and Payload's loggers. Nothing that names a person or a password is ever printed. */
export const loggerOptions: LoggerOptions = {
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: ["req.headers", "*.password", "*.token", "*.secret"],
};

/** The server's own logger. */
export const createLogger = (): Logger => pino(loggerOptions);
