import { define } from "../definition.ts";
import { tableStyles } from "../styles/table.styles.ts";
import { renderTimings } from "./timings.template.ts";

export const timings = define({
  name: "timings",
  styles: [tableStyles],
  options: {},
  template: renderTimings,
});
