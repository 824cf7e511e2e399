/** Which writes leave everything that is public as it is. */

export type WriteArgs = {
  draft?: boolean;
  data?: { _status?: string; deletedAt?: unknown };
  publishAllLocales?: boolean;
  unpublishAllLocales?: boolean;
};

/** Whether a write leaves everything that is public as it is. */
export function isDraftWrite({ draft, data }: WriteArgs): boolean {
  return Boolean(draft) && data?._status !== "published" && !data?.deletedAt;
}
