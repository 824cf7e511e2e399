/** The events that elements send. They carry indexes and what a booking link is: no texts and no condition. */
import type { BookingLink } from "@clinic-widgets/shared";
import type { ErrorCode } from "./controllers/content.ts";

/** Content was drawn; `stale` when it is the last known, because the CMS is away. */
export type ClinicLoadEvent = CustomEvent<{ stale: boolean }>;

/** Content could not be loaded, or not be refreshed. */
export type ClinicErrorEvent = CustomEvent<{ code: ErrorCode }>;

/** A reader opened or closed the answer at `index`. */
export type ClinicToggleEvent = CustomEvent<{ index: number; open: boolean }>;

/** A visitor follows the booking link with the slug `link`. Cancelable: the page may take over, and open `url` in its own way. */
export type ClinicBookEvent = CustomEvent<{ link: string; kind: BookingLink["kind"]; url: string }>;

type ClinicEventMap = {
  "clinic-load": ClinicLoadEvent;
  "clinic-error": ClinicErrorEvent;
  "clinic-toggle": ClinicToggleEvent;
  "clinic-book": ClinicBookEvent;
};

declare global {
  interface HTMLElementEventMap extends ClinicEventMap {}
  // They bubble.
  interface DocumentEventMap extends ClinicEventMap {}
  interface WindowEventMap extends ClinicEventMap {}
}
