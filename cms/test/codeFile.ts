/** Code as a build of the widgets names it (`widgets/build.mjs`). */
import { createHash } from "node:crypto";

/** The name of the file that holds `code`. */
export const codeFileName = (code: string): string =>
  `clinic-widgets-${createHash("sha256").update(code).digest("hex").slice(0, 10)}.js`;
