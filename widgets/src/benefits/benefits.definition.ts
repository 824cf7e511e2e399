import { define } from "../definition.ts";
import { oneOf } from "../options.ts";
import { tableStyles } from "../styles/table.styles.ts";
import { benefitsStyles } from "./benefits.styles.ts";
import { renderBenefits } from "./benefits.template.ts";

export const benefitsOptions = {
  group: oneOf(["overview", "evidence"]),
  view: oneOf(["table", "sections"]),
};

export const benefits = define({
  name: "benefits",
  styles: [tableStyles, benefitsStyles],
  options: benefitsOptions,
  template: renderBenefits,
});
