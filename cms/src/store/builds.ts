/** Reads a finished build of the widgets from its folder. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BuildManifest } from "./types.ts";

/** The languages that a build of the loader names; each server puts its own and its address in their place. */
const DEFAULT_SITE = '"en,es"';

export type BuildFile = { path: string; body: Buffer };
export type Build = { manifest: BuildManifest; files: BuildFile[] };

/** Every file of the build in `directory`, the manifest apart, with `locales` and `origin`, the CMS's address, written into the loader. */
export async function readBuild(
  directory: string,
  locales: readonly string[],
  origin: string,
): Promise<Build> {
  const names = (await readdir(directory, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(directory.length + 1)
        .replaceAll("\\", "/"),
    );
  if (!names.includes("manifest.json"))
    throw new Error(
      `The widgets have not been built: ${join(directory, "manifest.json")} is missing. Run npm run build.`,
    );
  const manifest = JSON.parse(await readFile(join(directory, "manifest.json"), "utf8")) as BuildManifest;
  const files = await Promise.all(
    names
      .filter((name) => name !== "manifest.json" && !name.endsWith(".map"))
      .map(async (path) => ({ path, body: await readFile(join(directory, path)) })),
  );
  for (const file of files) {
    if (file.path === "loader.js")
      file.body = Buffer.from(
        file.body.toString().replace(DEFAULT_SITE, () => JSON.stringify(`${locales.join()} ${origin}`)),
      );
  }
  return { manifest, files };
}
