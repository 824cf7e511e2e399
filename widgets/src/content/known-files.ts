/** What an element can show once its answers are in: what came, else the last that is known. */
import type { ContentFile, Kind } from "@clinic-widgets/shared";
import { isTooOld } from "./copies.ts";
import type { Loaded } from "./load-file.ts";
import type { FailureCode } from "./requests.ts";

/** Files with the time when the CMS last confirmed each. */
export type KnownFiles = Partial<Record<Kind, { file: ContentFile; contact: number }>>;

export type Outcome = {
  known: KnownFiles;
  /** Why some of `known` could not be confirmed. */
  failure: { code: FailureCode; error: Error } | undefined;
  /** Whether a file is lacking that may well exist: it could not be had, or not yet. */
  incomplete: boolean;
};

/**
 * `loaded` are the answers for `kinds`, as far as they are there, `before` what the element shows about the same topic and clinic.
 * A failure removes only what was not confirmed for too long; what the CMS no longer has is removed at once.
 */
export function mergeAnswers(
  kinds: Kind[],
  loaded: (Loaded | undefined)[],
  before: KnownFiles,
  now: number,
): Outcome {
  const outcome: Outcome = { known: {}, failure: undefined, incomplete: false };
  for (const [index, answer] of loaded.entries()) {
    const kind = kinds[index] as Kind;
    if (answer?.state === "missing") continue;
    if (!answer || answer.state === "failed") {
      const last = before[kind];
      if (!last || isTooOld(last.contact, now)) {
        outcome.incomplete = true;
        continue;
      }
      outcome.known[kind] = last;
    } else {
      outcome.known[kind] = { file: answer.file, contact: answer.contact };
    }
    if (answer && answer.state !== "fresh") outcome.failure ??= { code: answer.code, error: answer.error };
  }
  return outcome;
}
