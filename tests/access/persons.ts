/** Attempts on what is not content: one request by each person, and what it has changed or disclosed. */
import { expect, it } from "vitest";
import type { Answer, Doc, Rest } from "../support/rest.ts";
import type { Role, Row } from "./expected.ts";
import { disclosed, done, outcomes, type Setting } from "./setting.ts";

type Context = { setting: Setting; doc: Doc; role: Role; ownId: string };

export type Attempt = {
  /** Whose rows are compared. */
  collection: string;
  /** What is to be read or changed; made again for each person. */
  prepare?: (setting: Setting, role: Role) => Promise<Doc>;
  ask: (context: Context & { by: Rest }) => Promise<Answer<unknown>>;
} & (
  | { effect: (context: Context) => Promise<boolean | "yes" | "kept">; word?: never }
  | { word: (context: Context) => string; effect?: unknown }
);

/** One test for each row of the table, as `testTable` does for content. */
export function testAttempts(
  getSetting: () => Setting,
  rows: Row[],
  attempts: Record<string, Attempt>,
): void {
  it.each(rows)("%s", async (name, expected) => {
    const attempt = attempts[name];
    if (!attempt) throw new Error(`The table says who may "${name}", but no test tries it.`);
    const setting = getSetting();

    const found = await outcomes(async (role) => {
      const doc = (await attempt.prepare?.(setting, role)) ?? ({ id: "" } as Doc);
      const context = { setting, doc, role, ownId: setting.idOf[role] };
      const before = await setting.rows.of(attempt.collection);
      const answer = await attempt.ask({ ...context, by: setting.as[role] });
      const after = await setting.rows.of(attempt.collection);
      if (attempt.word) {
        if (before !== after) return "something was changed by reading";
        // A word that no title can hold: what is disclosed is disclosed as a whole.
        return disclosed(answer, attempt.word(context), attempt.word(context));
      }
      const { effect } = attempt as { effect: (context: Context) => Promise<boolean | "yes" | "kept"> };
      return done(answer, before !== after && (() => effect(context)));
    });

    expect(found).toEqual(expected);
  });
}
