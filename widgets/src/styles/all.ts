/** Every rule once: the style sheet of server-rendered markup as a file. */
import { DEFINITIONS } from "../definitions.ts";
import { commonStyles } from "./common.styles.ts";

// The topic first: it holds most of the others, in an order that was chosen.
const { topic, ...others } = DEFINITIONS;

export const allStyles = [
  ...new Set([commonStyles, ...[topic, ...Object.values(others)].flatMap(({ styles }) => styles)]),
];
