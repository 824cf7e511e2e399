import { defineConfig } from "vitest/config";

/** Lexical's development build waits at the top level of its modules, where plain Node 20 sometimes gives up. */
const execArgv = ["--conditions=production"];

/** What is waited for comes in an instant, but not on a machine that does four other things. */
const POLL = { timeout: 15_000 };

const system = {
  testTimeout: 90_000,
  hookTimeout: 180_000,
  expect: { poll: POLL },
  pool: "forks",
  execArgv,
  globalSetup: ["tests/support/demoDataSetup.ts"],
} as const;

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
          // A worker loads Payload once, not for each file.
          isolate: false,
          execArgv,
          maxWorkers: 2,
        },
      },
      {
        test: {
          ...system,
          name: "system",
          include: ["tests/!(development)/**/*.test.ts"],
          // Clients of two databases and a browser are loaded once for all files of a worker.
          isolate: false,
          // Each starts a product of its own: more of them at once would time each other out.
          maxWorkers: 2,
        },
      },
      {
        test: {
          ...system,
          name: "system development",
          include: ["tests/development/**/*.test.ts"],
          // They change sources and build, which nobody else may read meanwhile.
          fileParallelism: false,
        },
      },
    ],
  },
});
