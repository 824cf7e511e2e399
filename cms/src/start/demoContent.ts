/** The demo content comes into an empty database, whole: a start that was interrupted in the middle goes on with it. */

import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Payload } from "payload";
import type { Env } from "../config/env.ts";
import { demoLocales, loadDemoContent } from "../seed/index.ts";
import { isEmpty, isPartOfDemo } from "../seed/untouched.ts";

/** Noted in the database that it is about, and in no folder: `DATABASE_URL` may name another one the next time. */
const UNFINISHED = "demo-content-unfinished";

/** Loads it when that is still to be done. `warn` gets a sentence for whoever started the server when it cannot be loaded. */
export async function loadDemoContentOnce(
  payload: Payload,
  { dataDir }: Pick<Env, "dataDir">,
  warn: (sentence: string) => void,
): Promise<void> {
  // The first builds noted it in the data folder. Whether that is about this database, only the database knows.
  const oldMark = join(dataDir, UNFINISHED);
  const isMarked = (await payload.kv.has(UNFINISHED)) || existsSync(oldMark);
  const isWanted = (await isEmpty(payload)) || (isMarked && (await isPartOfDemo(payload)));
  if (!isWanted) return;
  if (demoLocales(payload).length === 0) {
    warn(
      "The demo content is not loaded: it is written in English and Spanish, and the default language is another. Put en or es first in LOCALES to load it.",
    );
    return;
  }
  await payload.kv.set(UNFINISHED, true);
  await loadDemoContent(payload);
  await payload.kv.delete(UNFINISHED);
  await rm(oldMark, { force: true });
}
