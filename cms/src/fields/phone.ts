import type { FieldHook } from "payload";
import { plainPhone } from "../input/phone.ts";

/** Cuts what address books bring along with a number, and no eye sees. */
export const tidyPhone: FieldHook = ({ value }) => (typeof value === "string" ? plainPhone(value) : value);
