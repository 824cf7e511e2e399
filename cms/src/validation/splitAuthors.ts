/** A list of authors that was pasted into one field becomes a row for each, once it is public; while somebody types, it stays. */
import type { CollectionBeforeChangeHook } from "payload";
import { tidyAuthors } from "../evidence/names.ts";

export const splitAuthors: CollectionBeforeChangeHook = ({ data, req }) =>
  data._status === "published" && Array.isArray(data.authors) && req.locale !== "all"
    ? { ...data, authors: tidyAuthors(data.authors) }
    : data;
