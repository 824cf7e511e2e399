/** Says in words why a change met the lock of somebody else; Payload names an id, and calls it "another user". */
import type { AfterErrorHook } from "payload";

const LOCKED = 423;

const SENTENCE =
  "Nothing was saved, because somebody else has this open and is editing it. Your words are still here. Open it again to take it over, or try again when they have left.";

/** Root `afterError` hook. */
export const sayLocked: AfterErrorHook = ({ error }) => {
  if (!("status" in error) || error.status !== LOCKED) return;
  return { status: LOCKED, response: { errors: [{ name: "Locked", message: SENTENCE }] } };
};
