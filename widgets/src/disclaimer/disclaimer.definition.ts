import { define } from "../definition.ts";
import { disclaimerStyles } from "./disclaimer.styles.ts";
import { renderDisclaimer } from "./disclaimer.template.ts";

export const disclaimer = define({
  name: "disclaimer",
  styles: [disclaimerStyles],
  options: {},
  template: renderDisclaimer,
});
