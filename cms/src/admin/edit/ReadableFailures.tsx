"use client";

import { type ReactNode, useEffect } from "react";
import { saves } from "./thisWindow.ts";

/** What a person reads when a save did not reach the server; the browser alone would say "Failed to fetch". */
const SENTENCE =
  "Your last words are not saved yet: the server did not answer. They stay on this page. Type on or publish to save them, and do not close it before.";

/** Sends the saves of this window in their order, and gives a failed one a sentence: Payload shows the browser's own words. */
export function ReadableFailures({ children }: { children?: ReactNode }) {
  useEffect(() => {
    const original = window.fetch;
    window.fetch = async (input, init) => {
      try {
        return await saves.fetch(input, init);
      } catch (cause) {
        const isSave = init?.method?.toUpperCase() === "PATCH" && cause instanceof TypeError;
        throw isSave ? new Error(SENTENCE, { cause }) : cause;
      }
    };
    return () => {
      window.fetch = original;
    };
  }, []);
  return children;
}
