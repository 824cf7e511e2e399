"use client";

import { type ReactNode, useEffect } from "react";
import { readableErrors } from "../problems/readableErrors.ts";
import { API, saves, session } from "./thisWindow.ts";

/** What a person reads when a save did not reach the server; the browser alone would say "Failed to fetch". */
const SENTENCE =
  "Your last words are not saved yet: the server did not answer. They stay on this page. Type on or publish to save them, and do not close it before.";

/**
 * Sends the saves of this window in their order. A failed one gets a sentence, where Payload shows the browser's own
 * words, and a refused one says its sentence whole.
 */
export function ReadableFailures({ children }: { children?: ReactNode }) {
  useEffect(() => {
    const original = window.fetch;
    window.fetch = async (input, init) => {
      try {
        const response = await send(input, init);
        return isRefusedWrite(input, init, response) ? await readable(response) : response;
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

/** Sends a request. A save that is refused because the login has ended is sent again with the next one: see `KeepSession`. */
async function send(input: RequestInfo | URL, init: RequestInit | undefined): Promise<Response> {
  const response = await saves.fetch(input, init);
  if (![401, 403].includes(response.status) || !isRefusedWrite(input, init, response)) return response;
  if (saves.isSave(input, init)) return (await session.waitForLogin()) ? send(input, init) : response;
  void session.check();
  return response;
}

const isRefusedWrite = (
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  { status }: Response,
): boolean =>
  status >= 400 &&
  typeof input === "string" &&
  new URL(input, window.location.origin).pathname.startsWith(`${API}/`) &&
  ["PATCH", "POST"].includes(init?.method?.toUpperCase() ?? "");

/** The answer with sentences that are shown whole. */
async function readable(response: Response): Promise<Response> {
  const answer: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  if (answer === undefined) return response;
  const { status, statusText } = response;
  return Response.json(readableErrors(answer), { status, statusText });
}
