/** The demo content comes into an empty database, whole: a start that was interrupted in the middle goes on with it. */

import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Payload } from "payload";
import type { Env } from "../env.ts";
import { isEmpty, loadDemoContent } from "../seed/index.ts";

export async function loadDemoContentOnce(payload: Payload, env: Pick<Env, "dataDir">): Promise<void> {
  const unfinished = join(env.dataDir, "demo-content-unfinished");
  if (!existsSync(unfinished) && !(await isEmpty(payload))) return;
  await mkdir(env.dataDir, { recursive: true, mode: 0o700 });
  await writeFile(unfinished, "");
  await loadDemoContent(payload);
  await rm(unfinished);
}
