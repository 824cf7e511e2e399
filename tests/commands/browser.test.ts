/** Which browser the tests take. It needs one that starts, as `launchBrowser` does. */
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const { firstThatStarts } = await import("../../scripts/lib/browser.mjs" as string);
const BROWSER = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

describe("looking for a browser", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "clinic-widgets-browser-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("passes over one that does not start, says so, and takes the next", { timeout: 120_000 }, async () => {
    // As the package of some systems: a script that only says how to install the real one.
    const stub = join(folder, "chromium");
    writeFileSync(stub, "#!/bin/sh\necho 'Install it with snap.' >&2\nexit 1\n");
    chmodSync(stub, 0o755);
    const real = join(folder, "google-chrome");
    symlinkSync(BROWSER, real);
    const printed: string[] = [];

    const found = await firstThatStarts([join(folder, "nowhere"), folder].join(delimiter), (line: string) =>
      printed.push(line),
    );

    expect(found).toBe(real);
    expect(printed).toEqual([expect.stringContaining(`${stub} is passed over: it does not start`)]);
  });
});
