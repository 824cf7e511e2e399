/** The events that elements send. They carry indexes and slugs of booking links: no texts and no condition. */
import type { ErrorCode } from "./controllers/content.ts";

/** Content was drawn; `stale` when it is the last known, because the CMS is away. */
export type ClinicLoadEvent = CustomEvent<{ stale: boolean }>;

/** Content could not be loaded, or not be refreshed. */
export type ClinicErrorEvent = CustomEvent<{ code: ErrorCode }>;

/** A reader opened or closed the answer at `index`. */
export type ClinicToggleEvent = CustomEvent<{ index: number; open: boolean }>;

/** A visitor follows the booking link with the slug `link`. Cancelable: the page may take over. */
export type ClinicBookEvent = CustomEvent<{ link: string }>;

declare global {
  interface HTMLElementEventMap {
    "clinic-load": ClinicLoadEvent;
    "clinic-error": ClinicErrorEvent;
    "clinic-toggle": ClinicToggleEvent;
    "clinic-book": ClinicBookEvent;
  }
}
