import { define } from "../definition.ts";
import { oneOf } from "../options.ts";
import { tableStyles } from "../styles/table.styles.ts";
import { injuriesStyles } from "./injuries.styles.ts";
import { renderInjuries } from "./injuries.template.ts";

export const injuriesOptions = { view: oneOf(["table", "list"]) };

export const injuries = define({
  name: "injuries",
  styles: [tableStyles, injuriesStyles],
  options: injuriesOptions,
  template: renderInjuries,
});
