/** What is public, held in memory in the forms in which it is sent. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { BuildManifest, Snapshot, StoredFile } from "./types.ts";

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

const TYPES: Record<string, string> = {
  json: "application/json; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
};

/** The media type for a path's ending. */
export const typeOf = (path: string): string =>
  TYPES[path.slice(path.lastIndexOf(".") + 1)] ?? "application/octet-stream";

/** `body` with its compressed forms and a strong ETag. */
export async function prepare(path: string, body: Buffer, immutable = false): Promise<StoredFile> {
  const [brotli, zipped] = await Promise.all([
    brotliAsync(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
    gzipAsync(body, { level: 9 }),
  ]);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  return { type: typeOf(path), etag, identity: body, brotli, gzip: zipped, immutable };
}

export class Memory {
  readonly #files = new Map<string, StoredFile>();
  readonly #snapshots = new Map<string, Snapshot>();
  #build: BuildManifest | undefined;

  file = (path: string): StoredFile | undefined => this.#files.get(path);
  snapshot = (path: string): Snapshot | undefined => this.#snapshots.get(path);
  snapshots = (): Iterable<Snapshot> => this.#snapshots.values();
  build = (): BuildManifest | undefined => this.#build;

  async put(snapshots: Snapshot[]): Promise<void> {
    const prepared = await Promise.all(
      snapshots.map((snapshot) => prepare(snapshot.path, Buffer.from(snapshot.body))),
    );
    for (const [index, snapshot] of snapshots.entries()) {
      this.#files.set(snapshot.path, prepared[index] as StoredFile);
      this.#snapshots.set(snapshot.path, snapshot);
    }
  }

  remove(paths: Iterable<string>): void {
    for (const path of paths) {
      this.#files.delete(path);
      this.#snapshots.delete(path);
    }
  }

  async putBuildFile(path: string, body: Buffer): Promise<void> {
    this.#files.set(path, await prepare(path, body, path !== "loader.js"));
  }

  showBuild(manifest: BuildManifest): void {
    this.#build = manifest;
  }
}
