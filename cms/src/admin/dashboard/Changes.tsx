import Link from "next/link.js";
import { STANDING_WORDS } from "../status.ts";
import { agoWords } from "../time.ts";
import type { Change } from "./findChanges.ts";

/** The last edits, newest first. */
export function Changes({ changes, now, language }: { changes: Change[]; now: Date; language: string }) {
  return (
    <section className="clinic-panel" aria-labelledby="what-changed">
      <h2 id="what-changed">What changed</h2>
      {changes.length === 0 && <p className="clinic-muted">Nothing has been written yet.</p>}
      <ol className="clinic-list clinic-changes">
        {changes.map((change) => (
          <li key={`${change.collection} ${change.id}`}>
            <Link href={change.href} prefetch={false}>
              {change.title}
            </Link>
            <span className="clinic-muted">
              {change.label} · {STANDING_WORDS[change.standing]} ·{" "}
              <time dateTime={change.at}>{agoWords(change.at, now, language)}</time>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
