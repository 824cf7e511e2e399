import { define } from "../definition.ts";
import { flag, slugOption } from "../options.ts";
import { topicStyles } from "./topic.styles.ts";
import { PARTS, PIECES, renderTopic } from "./topic.template.ts";

export const topicOptions = { section: slugOption(Object.keys(PIECES)), prose: flag };

export const topic = define({
  name: "topic",
  styles: [...new Set(Object.values(PARTS).flatMap(({ styles }) => styles)), topicStyles],
  options: topicOptions,
  showsTime: true,
  template: renderTopic,
});
