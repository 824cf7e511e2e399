import * as contract from "@clinic-widgets/shared/schemas";

/** The slugs under which pages may still ask for a document: its files lie there too. What is none is left out. */
export const formerSlugsOf = ({
  slug,
  formerSlugs,
}: {
  readonly slug?: unknown;
  readonly formerSlugs?: unknown;
}): string[] =>
  (Array.isArray(formerSlugs) ? formerSlugs : []).filter(
    (each): each is string => each !== slug && contract.slug.safeParse(each).success,
  );
