import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openTestPayload } from "../../../test/database.ts";

const here = dirname(fileURLToPath(import.meta.url));
/** Beside the sources, so that packages are found. */
const program = join(here, `manySaves.${process.pid}.mjs`);
const DESCRIPTORS = 1024;
/** Linux says how many are open. Elsewhere there are more saves than descriptors: one left open by each is one too many. */
const SAVES = process.platform === "linux" ? 300 : DESCRIPTORS + 100;
const folders: string[] = [];
const mounts: string[] = [];

beforeAll(async () => {
  await build({
    entryPoints: [join(here, "../../../test/manySaves.ts")],
    outfile: program,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
  });
});
afterAll(() => rmSync(program, { force: true }));
afterEach(() => {
  // Lazily: libsql closes its files when its statements are collected.
  for (const folder of mounts.splice(0)) execFileSync("umount", ["--lazy", folder]);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "clinic-widgets-faults-"));
  folders.push(folder);
  return folder;
}

/** Runs `manySaves` with room for few descriptors and hands over each line that it prints. */
async function saveManyTimes(
  folder: string,
  times: number,
  onLine: (line: string, kill: () => void) => void,
): Promise<number | null> {
  const child = spawn(
    "sh",
    ["-c", `ulimit -n ${DESCRIPTORS} && exec "$0" "$@"`, process.execPath, program, folder, String(times)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => onLine(line, () => child.kill("SIGKILL")));
  const [code] = await once(child, "exit");
  lines.close();
  return code;
}

const questionIn = async (folder: string): Promise<number> => {
  const { payload, close } = await openTestPayload({ kind: "sqlite", folder });
  const { docs } = await payload.find({ collection: "faqs" });
  await close();
  return Number(docs[0]?.question);
};

describe("the SQLite database in trouble", () => {
  it(`saves ${SAVES} times with room for ${DESCRIPTORS} descriptors, and needs no more of them`, async () => {
    const folder = newFolder();
    let descriptors = Number.NaN;

    const code = await saveManyTimes(folder, SAVES, (line) => {
      if (line.startsWith("descriptors")) descriptors = Number(line.split(" ")[1]);
    });

    expect(code).toBe(0);
    expect(descriptors).toBeLessThan(100);
    expect(await questionIn(folder)).toBe(SAVES);
  }, 240_000);

  it("keeps every save that was confirmed before the process was killed", async () => {
    const folder = newFolder();
    let confirmed = 0;

    await saveManyTimes(folder, 1000, (line, kill) => {
      confirmed = Number(line.split(" ")[1]);
      if (confirmed >= 50) kill();
    });

    expect(confirmed).toBeGreaterThanOrEqual(50);
    expect(await questionIn(folder)).toBeGreaterThanOrEqual(confirmed);
  }, 60_000);

  it("reports a full disk as an error that an editor understands, and loses nothing", async ({ skip }) => {
    const folder = newFolder();
    const refused = mountSmallDisk(folder);
    if (refused)
      skip(`A small file system cannot be mounted here (${refused}); the full disk is not tested.`);
    const { payload, rest, close } = await openTestPayload({ kind: "sqlite", folder });
    const { id } = await payload.create({
      collection: "faqs",
      data: { question: "kept", _status: "published" },
    });
    fillDisk(folder);

    const answers = [];
    for (let n = 0; n < 20; n++)
      answers.push(
        await rest("PATCH", `/faqs/${id}?locale=en`, {
          question: `${n} ${"x".repeat(30_000)}`,
          _status: "published",
        }),
      );
    const shown = await payload.findByID({ collection: "faqs", id });
    const statuses = new Set(answers.map((answer) => answer.status));
    const sentence = await answers[0]?.text();
    rmSync(join(folder, "ballast"));
    const after = await rest("PATCH", `/faqs/${id}?locale=en`, { question: "saved", _status: "published" });
    await close();
    const kept = await openTestPayload({ kind: "sqlite", folder });
    const reopened = await kept.payload.findByID({ collection: "faqs", id });
    await kept.close();

    expect([...statuses]).toEqual([507]);
    expect(sentence).toContain("the disk of the server is full");
    expect([shown.question, after.status, reopened.question]).toEqual(["kept", 200, "saved"]);
  }, 60_000);
});

/** Mounts a file system of 4 MB at `folder`; answers why that was refused. */
function mountSmallDisk(folder: string): string | undefined {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", folder], { stdio: "pipe" });
    mounts.push(folder);
  } catch (error) {
    return String((error as { stderr?: unknown }).stderr ?? error).trim();
  }
}

function fillDisk(folder: string): void {
  for (let size = 1 << 20; size >= 4096; size >>= 1) {
    try {
      for (;;) writeFileSync(join(folder, "ballast"), Buffer.alloc(size), { flag: "a" });
    } catch {
      // Full to within `size`: go on with smaller pieces.
    }
  }
}
