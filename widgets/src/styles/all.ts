/** Every rule once: the style sheet of server-rendered markup as a file. The topic's styles hold those of its parts. */

import { topicStyles } from "../topic/topic.styles.ts";
import { commonStyles } from "./common.styles.ts";

export const allStyles = [commonStyles, topicStyles];
