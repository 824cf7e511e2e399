/**
 * What is read back from a disk or a database, looked at as if a stranger had sent it: it may come from somebody else's
 * backup. What is not ours is neither served nor followed to a file.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { BuildFile } from "./builds.ts";
import type { Snapshot } from "./types.ts";

const SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*";
const SNAPSHOT_PATH = new RegExp(
  `^content/[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*/(?:site|clinics/${SLUG}|topics/${SLUG}(?:/${SLUG})?)\\.json$`,
);
/** The name that the build gives a file: its end is the beginning of the content's hash. */
const BUILD_PATH = /^clinic-widgets-([0-9a-f]{10})\.(?:js|css)$/;
const UNIT = /^[\w-]+(?:\/[\w-]+)?$/;

const snapshot = z.object({
  path: z.string().max(500).regex(SNAPSHOT_PATH),
  unit: z.string().regex(UNIT),
  sources: z.array(z.string()),
  revision: z.string(),
  body: z.string(),
});

/** `value` if it is a snapshot of ours: its path leads to a content file, and nowhere else. */
export function snapshotFrom(value: unknown): Snapshot | undefined {
  return snapshot.safeParse(value).data;
}

/** Whether `path` is one that a content file can have. */
export const isSnapshotPath = (path: string): boolean => snapshot.shape.path.safeParse(path).success;

/** Whether it is a file of a build of ours: named like one, and with the content that its name promises. */
export function isBuildFile({ path, body }: BuildFile): boolean {
  const [, hash] = BUILD_PATH.exec(path) ?? [];
  return hash !== undefined && createHash("sha256").update(body).digest("hex").startsWith(hash);
}
