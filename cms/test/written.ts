/** What tests write into a document: fields by their names, also in groups and rows. What a field may hold is a rule's business. */
import type { CollectionSlug } from "payload";
import type { Stored } from "../src/documents/types.ts";

export type { CollectionSlug } from "payload";

/** Something else, such as bad input on purpose, is sent by the untyped way beside. */
export type Written<Slug extends CollectionSlug> = Slug extends CollectionSlug
  ? Partial<Omit<Stored<Slug>, "id">>
  : never;
