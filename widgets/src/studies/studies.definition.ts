import { define } from "../definition.ts";
import { studiesStyles } from "./studies.styles.ts";
import { renderStudies } from "./studies.template.ts";

export const studies = define({
  name: "studies",
  styles: [studiesStyles],
  options: {},
  template: renderStudies,
});
