/** Records of libraries are written for web pages: `Pain &amp; function` is decoded once, before a slug is made of it. */
import type { CollectionBeforeOperationHook } from "payload";
import { isData } from "../documents/fields.ts";
import { decodeEntities } from "../evidence/pasted.ts";

const WORDS = ["title", "containerTitle", "containerTitleShort"];

export const decodeRecord: CollectionBeforeOperationHook = ({ args, operation }) => {
  const { data } = args as { data?: unknown };
  if ((operation !== "create" && operation !== "update") || !isData(data)) return args;
  const decoded = WORDS.flatMap((name) => {
    const value = data[name];
    return typeof value === "string" ? [[name, decodeEntities(value)]] : [];
  });
  return { ...args, data: { ...data, ...Object.fromEntries(decoded) } };
};
