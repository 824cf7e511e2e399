/** The style sheet of server-rendered markup as a file: one for all elements. A topic's page is made of all the others. */
import { commonStyles } from "../styles/common.styles.ts";
import { topicStyles } from "../styles/topic.styles.ts";

export const allStyles = [commonStyles, topicStyles];
