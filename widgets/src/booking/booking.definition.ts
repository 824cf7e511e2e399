import { define } from "../definition.ts";
import { flag, oneOf, slugOption } from "../options.ts";
import { bookingStyles } from "./booking.styles.ts";
import { renderBooking } from "./booking.template.ts";

export const bookingOptions = {
  link: { ...slugOption(), isPreference: true },
  compact: flag,
  hours: oneOf(["week", "now", "none"]),
};

export const booking = define({
  name: "booking",
  styles: [bookingStyles],
  options: bookingOptions,
  showsTime: true,
  template: renderBooking,
});
