/** What lies inside of the packages that we build on, past what they export. For guards. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The path of `file` in the folder of an installed package of the CMS. */
export const inPackage = (name: string, file: string): string =>
  join(import.meta.dirname, "../node_modules", name, file);

/** The JavaScript files below `folder` of a package, each as its text. Bundles for browsers are left out. */
export const scriptsIn = (name: string, folder = "dist"): string[] =>
  readdirSync(inPackage(name, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".js") && !/(^|[/\\])exports[/\\]client[/\\]/.test(file))
    .map((file) => readFileSync(inPackage(name, join(folder, file)), "utf8"));
