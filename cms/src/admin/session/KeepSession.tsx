"use client";

import { useAuth } from "@payloadcms/ui";
import { type FormEvent, type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { session } from "../edit/thisWindow.ts";

/** So long after the last one, whatever is done prolongs the login. Far below its eight hours. */
const PROLONG_MS = 10 * 60_000;
/** In seconds since 1970. Payload leaves the page, and what was typed, at the time that it knows. */
const NEVER = Date.parse("2999-01-01T00:00:00Z") / 1000;

/**
 * Keeps a login as long as somebody works. When it is lost all the same, it says so over the page, with what was typed
 * still in it, and lets the same person log in again. Payload alone would leave the page.
 */
export function KeepSession({ children }: { children?: ReactNode }) {
  const { setUser, tokenExpirationMs, user } = useAuth();

  useEffect(() => {
    if (user && tokenExpirationMs && tokenExpirationMs < NEVER * 1000)
      setUser({ user, exp: NEVER } as Parameters<typeof setUser>[0]);
  }, [setUser, tokenExpirationMs, user]);

  const isLoggedIn = Boolean(user);
  useEffect(() => {
    if (!isLoggedIn) return;
    let last = Date.now();
    const handleWork = () => {
      if (Date.now() - last < PROLONG_MS) return;
      last = Date.now();
      void session.prolong();
    };
    const events = ["keydown", "pointerdown"];
    for (const event of events) window.addEventListener(event, handleWork);
    return () => {
      for (const event of events) window.removeEventListener(event, handleWork);
    };
  }, [isLoggedIn]);

  return (
    <>
      {children}
      {isLoggedIn && <LogInAgain email={String((user as { email?: string } | null)?.email ?? "")} />}
    </>
  );
}

function LogInAgain({ email }: { email: string }) {
  const isLost = useSyncExternalStore(session.subscribe, session.isLost, () => false);
  const dialog = useRef<HTMLDialogElement>(null);
  const [refusal, setRefusal] = useState("");
  const [isAsking, setAsking] = useState(false);

  useEffect(() => {
    if (!isLost) return dialog.current?.close();
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLInputElement>('[type="password"]')?.focus();
  }, [isLost]);

  const handleSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    setAsking(true);
    setRefusal((await session.logIn(email, password)) ?? "");
    setAsking(false);
  };
  return (
    <dialog
      ref={dialog}
      className="clinic-log-in"
      aria-labelledby="log-in-again"
      onCancel={(event) => event.preventDefault()}
    >
      {isLost && (
        <form onSubmit={(event) => void handleSubmit(event)}>
          <h2 id="log-in-again">You are not logged in any more</h2>
          <p>
            Your login has ended. What you typed is still on this page. Log in here: what was being saved is
            saved then, and you can go on.
          </p>
          <label htmlFor="log-in-again-email">E-mail</label>
          <input id="log-in-again-email" type="email" autoComplete="username" value={email} readOnly />
          <label htmlFor="log-in-again-password">Password</label>
          <input
            id="log-in-again-password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            aria-invalid={refusal !== ""}
            aria-describedby="log-in-again-refusal"
          />
          <p id="log-in-again-refusal" className="clinic-log-in__refusal" role="alert">
            {refusal}
          </p>
          <button type="submit" className="clinic-button" disabled={isAsking}>
            Log in again
          </button>
        </form>
      )}
    </dialog>
  );
}
