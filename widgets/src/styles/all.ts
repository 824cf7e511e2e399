/** Every rule once: the style sheet of server-rendered markup as a file. The topic's styles hold those of its parts. */
import { commonStyles } from "./common.styles.ts";
import { topicStyles } from "./topic.styles.ts";

export const allStyles = [commonStyles, topicStyles];
