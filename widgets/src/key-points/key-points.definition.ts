import { define } from "../definition.ts";
import { keyPointsStyles } from "./key-points.styles.ts";
import { renderKeyPoints } from "./key-points.template.ts";

export const keyPoints = define({
  name: "key-points",
  styles: [keyPointsStyles],
  options: {},
  template: renderKeyPoints,
});
