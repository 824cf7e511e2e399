/**
 * Who may do what, as one function of role, collection and operation: the table that the product is held against.
 * It is written from the roles' description alone and shares no code with the access functions.
 */

export const ROLES = ["administrator", "editor", "author", "clinic-manager", "nobody"] as const;
export type Role = (typeof ROLES)[number];

/** Collections with drafts. */
export const DRAFTED = ["topics", "benefits", "injuries", "timings", "faqs", "studies"] as const;
/** Collections that are live at once. */
export const LIVE = ["structures", "clinics"] as const;
export const CONTENT = [...DRAFTED, ...LIVE] as const;
export type Content = (typeof CONTENT)[number];

/** A write is live unless it asks for a draft and does not publish. */
export type Write = { draft: boolean; status: "none" | "draft" | "published" };
export const WRITES: Write[] = [true, false].flatMap((draft) =>
  (["none", "draft", "published"] as const).map((status) => ({ draft, status })),
);
const isDraftWrite = (write: Write) => write.draft && write.status !== "published";

/** Reading whole documents, drafts included. A clinic manager reads titles only, which `readsTitles` covers. */
export const mayRead = (role: Role): boolean =>
  role === "administrator" || role === "editor" || role === "author";
export const readsTitles = (role: Role): boolean => role === "clinic-manager";

export const mayReadVersions = mayRead;

export function mayCreate(role: Role, collection: Content, write: Write): boolean {
  if (role === "administrator" || role === "editor") return true;
  return role === "author" && isDrafted(collection) && isDraftWrite(write);
}

export function mayUpdate(role: Role, collection: Content, write: Write): boolean {
  if (role === "administrator" || role === "editor") return true;
  return role === "author" && isDrafted(collection) && isDraftWrite(write);
}

/** Into the trash and out of it. */
export const mayTrash = (role: Role): boolean => role === "administrator" || role === "editor";

export const mayDeleteForEver = (role: Role): boolean => role === "administrator";

/** Restoring an old version writes a draft, which an author may do too. */
export const mayRestoreVersion = (role: Role, collection: Content): boolean =>
  role === "administrator" || role === "editor" || (role === "author" && isDrafted(collection));

export function isDrafted(collection: Content): boolean {
  return (DRAFTED as readonly string[]).includes(collection);
}
