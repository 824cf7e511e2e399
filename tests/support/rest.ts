/** The REST API as somebody: a thin client that keeps a login and returns status and body. */
import type { CollectionSlug, Written } from "../../cms/test/written.ts";

export type Answer<T = Record<string, unknown>> = { status: number; body: T };
export type Doc = Record<string, unknown> & { id: string };
type Query = Record<string, string | number | boolean | undefined>;

export class Rest {
  readonly #origin: string;
  readonly #token: string | undefined;

  constructor(origin: string, token?: string) {
    this.#origin = origin;
    this.#token = token;
  }

  /** Logs in; throws with the server's sentence when that is refused. */
  static async login(origin: string, email: string, password: string): Promise<Rest> {
    const { status, body } = await new Rest(origin).ask("POST", "/api/users/login", { email, password });
    if (status !== 200) throw new Error(`The login of ${email} answered ${status}: ${JSON.stringify(body)}`);
    return new Rest(origin, String(body.token));
  }

  /** One request; never throws for a status. */
  async ask<T = Record<string, unknown>>(
    method: string,
    path: string,
    data?: unknown,
    query: Query = {},
  ): Promise<Answer<T>> {
    const url = new URL(path, this.#origin);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, String(value));
    const response = await fetch(url, {
      method,
      headers: {
        ...(this.#token ? { authorization: `JWT ${this.#token}` } : {}),
        ...(data === undefined ? {} : { "content-type": "application/json" }),
      },
      body: data === undefined ? null : JSON.stringify(data),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: (text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : { text }) as T,
    };
  }

  /** The document of a request that must succeed; throws with the server's answer otherwise. */
  async must(method: string, path: string, data?: unknown, query: Query = {}): Promise<Doc> {
    const { status, body } = await this.ask<Record<string, unknown>>(method, path, data, query);
    if (status >= 300) throw new Error(`${method} ${path} answered ${status}: ${JSON.stringify(body)}`);
    return (body.doc ?? body.result ?? body) as Doc;
  }

  /** Fields that the collection does not have are refused by the types; `must` and `ask` send whatever they are given. */
  create = <Slug extends CollectionSlug>(
    collection: Slug,
    data: Written<Slug>,
    query: Query = {},
  ): Promise<Doc> => this.must("POST", `/api/${collection}`, data, query);
  update = <Slug extends CollectionSlug>(
    collection: Slug,
    id: string,
    data: Written<Slug>,
    query: Query = {},
  ): Promise<Doc> => this.must("PATCH", `/api/${collection}/${id}`, data, query);

  /** The document with this slug, by default as it is public. */
  async bySlug(collection: string, slug: string, query: Query = {}): Promise<Doc> {
    const { body } = await this.ask<{ docs?: Doc[] }>("GET", `/api/${collection}`, undefined, {
      "where[slug][equals]": slug,
      depth: 0,
      ...query,
    });
    const doc = body.docs?.[0];
    if (!doc) throw new Error(`There is no document "${slug}" in ${collection}: ${JSON.stringify(body)}`);
    return doc;
  }
}

/** Rich text with one paragraph, as the admin's editor saves it. */
export function lexical(text: string): unknown {
  return {
    root: {
      type: "root",
      direction: "ltr",
      format: "",
      indent: 0,
      version: 1,
      children: [
        {
          type: "paragraph",
          direction: "ltr",
          format: "",
          indent: 0,
          version: 1,
          textFormat: 0,
          textStyle: "",
          children: [{ type: "text", text, format: 0, detail: 0, mode: "normal", style: "", version: 1 }],
        },
      ],
    },
  };
}
