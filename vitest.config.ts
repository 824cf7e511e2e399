import { defineConfig } from "vitest/config";

/** Lexical's development build waits at the top level of its modules, where plain Node 20 sometimes gives up. */
const execArgv = ["--conditions=production"];

/** What is waited for comes in an instant, but not on a machine that does four other things. */
const POLL = { timeout: 15_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{shared,cms,widgets,demo}/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/dist/**", "**/.next/**", "**/*.browser.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: { poll: POLL },
          pool: "forks",
          execArgv,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: "system",
          include: ["tests/**/*.test.ts"],
          exclude: ["**/node_modules/**"],
          testTimeout: 90_000,
          hookTimeout: 180_000,
          expect: { poll: POLL },
          pool: "forks",
          execArgv,
          // Each file starts the whole product: two at once would time each other out.
          fileParallelism: false,
        },
      },
    ],
  },
});
