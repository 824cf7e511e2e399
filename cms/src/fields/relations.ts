/** The relationship field that all collections use. */
import type { RelationshipField } from "payload";

type Options = {
  name: string;
  to: string;
  label?: string;
  description?: string;
  required?: boolean;
  localized?: never;
};

/** Several documents of one collection, in the order in which readers see them. */
export const relationsField = ({ name, to, label, description }: Options): RelationshipField =>
  ({
    name,
    type: "relationship",
    relationTo: to,
    hasMany: true,
    ...(label ? { label } : {}),
    admin: { ...(description ? { description } : {}), sortOptions: "slug" },
  }) as RelationshipField;
