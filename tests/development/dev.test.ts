/** npm run dev on a clone whose admin was never built: shows the admin, and does no more for a change than it needs. */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { type Command, startCommand } from "../support/command.ts";

const ROOT = join(import.meta.dirname, "../..");
const PAGE = "demo/topic.html";
const ADMIN_STYLE = "cms/src/admin/custom.css";
const COMPONENT = "cms/src/admin/FirstUserNotice.tsx";
const SERVER_FILE = "cms/src/delivery/index.ts";
const WIDGET_STYLE = "widgets/src/faq/faq.styles.ts";
/** In no bundle and on no page. */
const UNUSED = [
  "cms/src/config/log.test.ts",
  "widgets/test/mount.ts",
  "docs/decisions/0001-two-databases.md",
];
const IMPORT_MAP = join(ROOT, "cms/src/app/(payload)/admin/importMap.js");
const BUNDLE = join(ROOT, "cms/dist/server.mjs");

/** The first page of the admin is compiled when somebody asks for it: a minute on two cores, five where much else runs. */
const COMPILED = { timeout: 400_000 };

// Processes are found in /proc. One start for all: each test leaves the command running for the next.
describe.runIf(existsSync("/proc/self/task"))("npm run dev", { timeout: 600_000 }, () => {
  const before = new Map<string, string>();
  let command: Command;
  let browser: Browser;
  let admin: Page;

  const change = (file: string, edit: (text: string) => string) => {
    const text = before.get(file) ?? readFileSync(join(ROOT, file), "utf8");
    before.set(file, text);
    const changed = edit(text);
    if (changed === text) throw new Error(`The edit of ${file} changes nothing.`);
    writeFileSync(join(ROOT, file), changed);
  };
  const undo = () => {
    for (const [file, text] of before) writeFileSync(join(ROOT, file), text);
    before.clear();
  };
  const read = async (path: string, init?: RequestInit) =>
    (await fetch(`${command.cmsUrl}${path}`, init)).text();
  /** Which process serves the CMS, and when its bundle was made. */
  const server = () => {
    const pid = command.serverPids().find((each) => commandLineOf(each).includes("cms/dist/server.mjs"));
    return { pid, bundled: statSync(BUNDLE).mtimeMs };
  };
  /** Changes are worked off in turn: when this one is seen on the demo page, so are all before it. */
  const workedOff = async (words: string) => {
    change(PAGE, (text) => text.replace("</main>", `<p>${words}</p></main>`));
    await command.shows(async () => {
      expect(await (await fetch(`${command.demoUrl}/topic.html`)).text()).toContain(words);
    });
  };

  beforeAll(async () => {
    rmSync(IMPORT_MAP, { force: true });
    browser = await launchBrowser();
    admin = await browser.newPage();
    command = await startCommand("dev");
    await command.says("The admin UI is ready.");
  }, 300_000);
  afterAll(async () => {
    undo();
    await browser?.close();
    command?.cleanUp();
  });

  it("shows the admin", async () => {
    // Only from then on the page hears of changes.
    const subscribed = new Promise<void>((resolve) => {
      admin.on("websocket", (socket) =>
        socket.on("framesent", ({ payload }) => {
          if (String(payload).includes("turbopack-subscribe")) resolve();
        }),
      );
    });
    const response = await admin.goto(`${command.cmsUrl}/admin/create-first-user`, COMPILED);

    expect(response?.status()).toBe(200);
    expect(await admin.title()).toContain("Clinic Widgets");
    await admin.getByRole("heading", { name: "Nobody can log in yet" }).waitFor(COMPILED);
    await subscribed;
  });

  it("draws a changed style and a changed component into the open page, and starts nothing again", async () => {
    const old = server();
    // A page that is loaded again would not know it.
    await admin.evaluate(() => document.documentElement.setAttribute("data-still-the-same", ""));

    change(ADMIN_STYLE, (text) => `${text}\n.clinic-first-user { outline: 7px solid rgb(1, 2, 3); }\n`);
    await admin.waitForFunction(
      () => {
        const notice = document.querySelector("[data-still-the-same] .clinic-first-user");
        return notice && getComputedStyle(notice).outlineWidth === "7px";
      },
      undefined,
      COMPILED,
    );
    change(COMPONENT, (text) => text.replace("Nobody can log in yet", "Drawn while it runs"));
    await admin
      .locator("[data-still-the-same]")
      .getByRole("heading", { name: "Drawn while it runs" })
      .waitFor(COMPILED);

    await workedOff("After the admin.");
    expect(server()).toEqual(old);
  });

  it("does nothing for what is in no bundle", async () => {
    const old = server();

    for (const file of UNUSED) change(file, (text) => `${text}\n`);

    await workedOff("After what is unused.");
    expect(server()).toEqual(old);
  });

  it("serves new widgets, drawn in the browser and on the server, without starting the server again", async () => {
    const { pid } = server();

    change(WIDGET_STYLE, (text) => text.replace("css`", "css`\n.changed { color: #123456; }"));

    await command.shows(async () => {
      const [script = ""] = /clinic-widgets-\w+\.js/.exec(await read("/embed/v1/loader.js")) ?? [];
      expect(await read(`/embed/v1/${script}`)).toContain("#123456");
      const html = await read("/embed/v1/html/en/riverside/dry-needling-for-runners/faq.html");
      expect(html).toContain("#123456");
    });
    expect(server().pid).toBe(pid);
  });

  it("starts the server again when a file of its bundle has changed", async () => {
    const old = server();

    change(SERVER_FILE, (text) =>
      text.replace("Only GET, HEAD and OPTIONS", "Nothing but GET, HEAD and OPTIONS"),
    );

    await command.shows(async () =>
      expect(await read("/embed/v1/loader.js", { method: "POST" })).toContain("Nothing but GET"),
    );
    expect(server().pid).not.toBe(old.pid);
    expect(server().bundled).not.toBe(old.bundled);
    await command.shows(async () => expect((await fetch(`${command.cmsUrl}/readyz`)).status).toBe(200));
  });

  it("starts the server again after a crash, with the next change, and ends whole", async () => {
    process.kill(server().pid as number, "SIGKILL");
    await command.says("The CMS has ended");

    undo();
    await command.shows(async () => expect((await fetch(`${command.cmsUrl}/readyz`)).status).toBe(200));

    command.npm.kill("SIGTERM");
    expect(await command.ends()).toBe(0);
    await command.isGone();
  });
});

function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    // A build that has just ended.
    return "";
  }
}
