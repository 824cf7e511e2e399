import { ClinicElement } from "../clinic-element.ts";
import { BookingController } from "../controllers/booking.ts";
import { booking } from "./booking.definition.ts";

/**
 * The call to book a visit: one booking link as a button, the others in a menu, opening hours and phone.
 *
 *     <clinic-booking clinic="riverside" topic="dry-needling-for-runners"><a href="tel:+12125550134">Call us</a></clinic-booking>
 *
 * @slot - the fallback: shown until the content arrives, and again when it cannot be had
 * @fires clinic-load - content was drawn; `detail.stale` is true when it is the last known, because the CMS is away
 * @fires clinic-error - content could not be had; `detail.code` says why
 * @fires clinic-book - a visitor follows a booking link; `detail` is its `link` (slug), `kind` and `url`; cancelable, so that the page may take over
 * @csspart booking - the call with its text
 * @csspart text - heading, text and bullets
 * @csspart actions - button, menu, hours and phone
 * @csspart card - the compact form
 * @csspart name - the clinic's name in it
 * @csspart button - the first booking link
 * @csspart menu - the other links
 * @csspart menu-button - what opens them
 * @csspart menu-link - one of them
 * @csspart hours - whether the clinic is open
 * @csspart special-day - that it is closed, or has other hours, today or tomorrow
 * @csspart week - the opening hours of the week, and the next days with other ones
 * @csspart phone - the phone number
 */
export class ClinicBooking extends ClinicElement {
  static override readonly definition = booking;
  static override properties = booking.options;

  /** Slug of the booking link that the button follows. Default: the clinic's first. */
  declare link: string | undefined;
  /** Whether to show the button alone, without heading and text. Default: false. */
  declare compact: boolean;
  /** Which opening hours to show: `week` and whether the clinic is open now, `now` alone, or `none`. Default: `week`; compact, `now`. */
  declare hours: "week" | "now" | "none" | undefined;

  constructor() {
    super();
    this.compact = false;
    new BookingController(this);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "clinic-booking": ClinicBooking;
  }
}
