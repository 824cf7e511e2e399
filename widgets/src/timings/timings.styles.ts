import { tableRules } from "../styles/table.styles.ts";

export const timingsStyles = tableRules;
