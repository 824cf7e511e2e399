/** A file ready to be sent. Its compressed forms and its tag are made when somebody first asks for them. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

const TYPES: Record<string, string> = {
  json: "application/json; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
};

export type Encoding = "br" | "gzip" | "identity";

export class StoredFile {
  readonly type: string;
  readonly immutable: boolean;
  readonly #content: string | Buffer;
  #etag: string | undefined;
  #identity: Buffer | undefined;
  readonly #compressed = new Map<Encoding, Buffer | Promise<Buffer>>();

  /** `path` determines the media type; an `immutable` file never changes at its address. */
  constructor(path: string, content: string | Buffer, immutable = false) {
    this.type = TYPES[path.slice(path.lastIndexOf(".") + 1)] ?? "application/octet-stream";
    this.immutable = immutable;
    this.#content = content;
  }

  /** Tells contents apart. Each encoded form has a tag of its own: a strong tag promises the very bytes. */
  etag(encoding: Encoding): string {
    this.#etag ??= createHash("sha256").update(this.#content).digest("base64url").slice(0, 22);
    return encoding === "identity" ? `"${this.#etag}"` : `"${this.#etag}-${encoding}"`;
  }

  get identity(): Buffer {
    this.#identity ??= Buffer.isBuffer(this.#content) ? this.#content : Buffer.from(this.#content);
    return this.#identity;
  }

  /** The bytes in `encoding`: at once when they are there, else as soon as they are made. */
  form(encoding: Encoding): Buffer | Promise<Buffer> {
    if (encoding === "identity") return this.identity;
    const known = this.#compressed.get(encoding);
    if (known) return known;
    const made = compress(this.identity, encoding);
    this.#compressed.set(encoding, made);
    made.then(
      (body) => this.#compressed.set(encoding, body),
      () => this.#compressed.delete(encoding),
    );
    return made;
  }
}

const compress = (body: Buffer, encoding: "br" | "gzip"): Promise<Buffer> =>
  encoding === "gzip"
    ? gzipAsync(body, { level: 9 })
    : brotliAsync(body, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
      });
