/** What the test runner puts into the browser: its commands (the config says where they lie) and Mocha's words. */
declare module "@web/test-runner-commands" {
  export function executeServerCommand<P>(command: string, payload: P): Promise<void>;
}

declare function describe(name: string, tests: () => void): void;
declare function it(name: string, test: () => void | Promise<void>): void;
declare function beforeEach(prepare: () => void | Promise<void>): void;
declare function afterEach(tidy: () => void | Promise<void>): void;
