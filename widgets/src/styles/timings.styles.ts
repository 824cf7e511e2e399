import { tableRules } from "./table.styles.ts";

export const timingsStyles = tableRules;
