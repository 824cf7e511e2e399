/** Runs tests in each browser engine that `npm test` has found; by hand, in Chromium. */
import { afterAll, beforeAll, beforeEach, describe } from "vitest";

/** What a test may ask of a page in any engine, named as in Playwright. */
export type EnginePage = {
  goto(url: string): Promise<unknown>;
  /** Runs a function on the page; it sees nothing but its argument. */
  evaluate<R, A = undefined>(read: (argument: A) => R | Promise<R>, argument?: A): Promise<R>;
  keyboard: { press(key: string): Promise<unknown> };
  setViewportSize(size: { width: number; height: number }): Promise<unknown>;
  /** Errors on the page so far, and what broke its policy; missing where the engine's driver does not report them. */
  faults?(): Promise<string[]>;
  close(): Promise<unknown>;
};

export type Engine = {
  name: string;
  /** A visitor who was never there before. One after the other. */
  newPage(): Promise<EnginePage>;
  stop(): Promise<unknown>;
};

declare module "vitest" {
  interface TaskMeta {
    /** The browser engine that the test runs in, for the counts of `npm test`. */
    engine?: string;
  }
}

const { startEngine, TITLES } = (await import("../../scripts/lib/engines/engine.mjs" as string)) as {
  startEngine(name: string): Promise<Engine>;
  TITLES: Record<string, string>;
};

/** The engines that `npm test` has found. */
export const engineNames = (process.env.ENGINES ?? "chromium").split(",");

/** Runs `suite` once for each engine, which is started once. */
export function eachEngine(suite: (engine: () => Engine) => void): void {
  for (const name of engineNames) {
    describe(`in ${TITLES[name]}`, () => {
      let engine: Engine;
      beforeAll(async () => {
        engine = await startEngine(name);
      });
      afterAll(() => engine?.stop());
      beforeEach(({ task }) => {
        task.meta.engine = TITLES[name];
      });
      suite(() => engine);
    });
  }
}
