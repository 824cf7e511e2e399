"use client";

import { type MouseEvent, type ReactNode, useRef } from "react";
import { BEFORE_SAVE } from "./thisWindow.ts";

const LOOK_MS = 20;
/** How long an autosave may take. */
const AUTOSAVE_MS = 10_000;

/**
 * Holds a click on a button inside until the form knows what was typed last. Payload's rich text updates it only when the
 * browser is idle (`field/Field.js` of richtext-lexical 3.90.2): a quick click would publish the text before that.
 */
export function AfterTyping({ className, children }: { className?: string; children: ReactNode }) {
  const isHeld = useRef(true);
  const hold = (event: MouseEvent) => {
    const button = (event.target as Element).closest("button");
    if (!button) return;
    if (!isHeld.current) {
      isHeld.current = true;
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    window.dispatchEvent(new Event(BEFORE_SAVE));
    void whenIdle().then(async () => {
      await whenClickable(button);
      isHeld.current = false;
      button.click();
      // Also when it could not be clicked any more.
      isHeld.current = true;
    });
  };
  // A key pressed on a button is a click, too.
  return (
    <span className={className} onClickCapture={hold}>
      {children}
    </span>
  );
}

/** An autosave that began meanwhile switches the button off until it is done, and a click would be lost. */
async function whenClickable(button: HTMLButtonElement): Promise<void> {
  for (let left = AUTOSAVE_MS / LOOK_MS; left > 0 && button.isConnected && button.disabled; left--)
    await pause(LOOK_MS);
}

/** After what others wait to do when idle, and after the drawing that follows from it. */
async function whenIdle(): Promise<void> {
  await new Promise((resolve) => {
    // Rich text waits for half a second at most, or (Safari) for a tenth.
    if ("requestIdleCallback" in window) requestIdleCallback(resolve, { timeout: 1000 });
    else setTimeout(resolve, 150);
  });
  for (let drawing = 0; drawing < 2; drawing++) await pause(LOOK_MS);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
