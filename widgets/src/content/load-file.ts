/** One content file for a reader: from the CMS in the best locale, else the last good copy. */
import { type ContentAddress, type ContentFiles, contentUrl, type Kind } from "@clinic-widgets/shared";
import { forgetCopy, forgetOldCopies, isTooOld, readCopy, storeCopy } from "./copies.ts";
import { type FailureCode, requestFile } from "./requests.ts";

export type Wanted = {
  origin: string;
  locales: string[];
  topic?: string | undefined;
  clinic?: string | undefined;
};

export type Loaded<K extends Kind = Kind> =
  | { state: "fresh"; file: ContentFiles[K]; contact: number }
  /** The CMS is away; this is the last good copy. */
  | { state: "stale"; file: ContentFiles[K]; contact: number; code: FailureCode; error: Error }
  | { state: "missing"; code: "gone" | "not-found" }
  /** `expired`: there is a copy, but too old to be shown. */
  | { state: "failed"; code: FailureCode; error: Error; expired: boolean };

/** Loads the `kind` file that `wanted` names. Never rejects. */
export async function loadFile<K extends Kind>(kind: K, wanted: Wanted, now: number): Promise<Loaded<K>> {
  const urls = urlsOf(kind, wanted);
  let code: "gone" | "not-found" = "not-found";
  let unsure = false;
  for (const url of urls) {
    const answer = await requestFile(url, kind);
    switch (answer.state) {
      case "found":
        if (answer.storable) void storeCopy(url, answer.file, now).then(() => tidyOnce(now));
        return { state: "fresh", file: answer.file as ContentFiles[K], contact: now };
      case "failed":
        return lastGoodCopy(kind, urls, answer, now);
      case "missing":
        if (answer.code === "gone") code = "gone";
        if (answer.sure) await forgetCopy(url);
        else unsure = true;
    }
  }
  if (!unsure) return { state: "missing", code };
  const error = new Error(`GET ${urls.join(", ")} answered 404, but not as the CMS does`);
  return lastGoodCopy(kind, urls, { code: "bad-answer", error }, now);
}

/** The last good copy of what `wanted` names, for a reader whom the CMS keeps waiting. Never rejects. */
export const loadCopy = <K extends Kind>(kind: K, wanted: Wanted, now: number): Promise<Loaded<K>> => {
  const urls = urlsOf(kind, wanted);
  const error = new Error(`GET ${urls[0]} is not answered yet`);
  return lastGoodCopy(kind, urls, { code: "network", error }, now);
};

const urlsOf = (kind: Kind, wanted: Wanted): string[] =>
  wanted.locales.map((locale) => contentUrl(wanted.origin, { kind, locale, ...wanted } as ContentAddress));

async function lastGoodCopy<K extends Kind>(
  kind: K,
  urls: string[],
  { code, error }: { code: FailureCode; error: Error },
  now: number,
): Promise<Loaded<K>> {
  let expired = false;
  for (const url of urls) {
    const copy = await readCopy(url, kind);
    if (copy && !isTooOld(copy.contact, now)) {
      return { state: "stale", file: copy.file as ContentFiles[K], contact: copy.contact, code, error };
    }
    expired ||= copy !== undefined;
  }
  return { state: "failed", code, error, expired };
}

let tidied = false;

function tidyOnce(now: number): void {
  if (tidied) return;
  tidied = true;
  void forgetOldCopies(now);
}
