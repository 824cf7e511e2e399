/** Which writes change nothing that is public. */

export type WriteArgs = {
  draft?: boolean;
  data?: { _status?: string; deletedAt?: unknown };
  publishAllLocales?: boolean;
  unpublishAllLocales?: boolean;
};

/** Whether a write changes nothing that is public. */
export function isDraftWrite({ draft, data }: WriteArgs): boolean {
  return Boolean(draft) && data?._status !== "published" && !data?.deletedAt;
}
