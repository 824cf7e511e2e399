/** What becomes a piece of the contract, before its schema has checked it. */
import type { ContentFiles, Kind } from "@clinic-widgets/shared";

type Scalar = string | number | boolean | null | undefined;

/** A `T` of which anything may still be missing. Its schema says whether it is one. */
export type Unchecked<T> = T extends Scalar
  ? T
  : T extends readonly (infer Item)[]
    ? Unchecked<Item>[]
    : { [K in keyof T]?: Unchecked<T[K]> | null | undefined };

/** Every field of a `T` by name, so that none is forgotten; a document may have nothing for it. */
export type Fields<T> = T extends unknown
  ? { [K in keyof Required<T>]: Unchecked<T[K]> | null | undefined }
  : never;

type Present<T> = { [K in keyof T]?: Unchecked<T[K]> };

/** Leaves out what is not there: the contract tells absence by a missing key. */
export const omitEmpty = <T>(fields: Fields<NoInfer<T>>): Present<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ""),
  ) as Present<T>;

/** What every file carries once it is stored. */
type Envelope = "version" | "revision" | "publishedAt";

/** A file of the contract before it is stored. */
export type FileContent<K extends Kind> = Omit<ContentFiles[K], Envelope>;
export type AnyFileContent = { [K in Kind]: FileContent<K> }[Kind];
