/**
 * Documents as types, made from those that Payload generates of the collections. They say which fields there are; what a
 * field holds in a damaged row or an unfinished draft is found at run time, so anything may be missing.
 */
import type { CollectionSlug, TypedCollection, TypedGlobal } from "payload";

/** What a relation holds once it was followed; here none is, and it holds ids. */
type Followed = TypedCollection[CollectionSlug];
type Scalar = string | number | boolean | null | undefined;

/** A value of the rich-text editor; `richTextOf` reads it. */
export type EditorText = { root?: unknown };

type ValueIn<T> = T extends Scalar
  ? T
  : T extends { root: unknown }
    ? EditorText
    : T extends readonly (infer Row)[]
      ? ValueIn<Exclude<Row, Followed>>[]
      : FieldsIn<T>;

/** The kind of a block tells what else it has, and so is never missing. */
type FieldsIn<T> = { [K in Exclude<keyof T, "blockType">]?: ValueIn<Exclude<T[K], Followed>> | null } & Pick<
  T,
  Extract<keyof T, "blockType">
>;

/** A document in one language; `lang` says which, where that is not the one that was asked for. */
export type Localized<Slug extends CollectionSlug> = Omit<FieldsIn<TypedCollection[Slug]>, "id"> & {
  id: string;
  lang?: string;
};

type StoredValue<T> = T extends readonly (infer Row)[]
  ? Exclude<Row, Followed> extends object
    ? StoredFields<Exclude<Row, Followed>>[]
    : unknown
  : T extends Scalar | { root: unknown }
    ? unknown
    : StoredFields<T>;

type StoredFields<T> = { readonly [K in keyof T]?: StoredValue<NonNullable<T[K]>> | null };

/**
 * A row as the database holds it, in all languages: a field holds a value, or an object with one for each language. Which
 * of the two, and whether it is whole, only `localizeOrFallback` and the functions that check a value know.
 */
export type Stored<Slug extends CollectionSlug> = Omit<StoredFields<TypedCollection[Slug]>, "id"> & {
  readonly id: string;
};

/** The settings as the database holds them, in all languages; empty before they were saved for the first time. */
export type StoredSettings = StoredFields<TypedGlobal["settings"]>;
