/** The test's side of `content-server.mjs`: a CMS of its own for one test. */

type Rule = {
  status?: number;
  body?: unknown;
  text?: string;
  hold?: boolean;
  pause?: boolean;
  drop?: boolean;
  cut?: boolean;
  noStore?: boolean;
} | null;

export const TOPIC = "dry-needling-for-runners";
export const CLINIC = "riverside";

/** Path of a content file as the rules name it. */
export const pathOf = (kind: string, locale = "en"): string => {
  if (kind === "site") return `${locale}/site.json`;
  if (kind === "clinic") return `${locale}/clinics/${CLINIC}.json`;
  return kind === "topic" ? `${locale}/topics/${TOPIC}.json` : `${locale}/topics/${TOPIC}/${kind}.json`;
};

export class Cms {
  /** What elements take as `src`. */
  readonly origin = `${location.origin}/cms/${crypto.randomUUID()}`;

  /** Changes how the file of `kind` answers from now on; `null` is as usual again. */
  async answer(kind: string, rule: Rule, locale = "en"): Promise<void> {
    await this.#control({ rules: { [pathOf(kind, locale)]: rule } });
  }

  /** Changes how any content path answers, also of another topic or clinic. */
  async answerAt(path: string, rule: Rule): Promise<void> {
    await this.#control({ rules: { [path]: rule } });
  }

  /** Holds any path below `/embed/v1/` back, or lets it go. */
  async hold(path: string, hold: boolean): Promise<void> {
    await this.#control({ rules: { [path]: hold ? { hold } : null } });
  }

  /** Publishes a page, as on a partner's site, and returns its address. */
  async page(html: string, name = "index.html"): Promise<string> {
    await this.#control({ pages: { [name]: html } });
    return `${this.origin}/pages/${name}`;
  }

  /** A content file of the fixtures. */
  async content<T>(kind: string, locale = "en"): Promise<T> {
    const response = await fetch(`/widgets/fixtures/${pathOf(kind, locale)}`);
    return (await response.json()) as T;
  }

  /** An element as the server renders it. */
  async rendered(element: string, locale = "en", query = ""): Promise<string> {
    const path = `/embed/v1/html/${locale}/${CLINIC}/${TOPIC}/${element}.html${query}`;
    const response = await fetch(this.origin + path);
    return response.text();
  }

  /** Paths of the content and code files asked for so far, in order. */
  async requests(): Promise<string[]> {
    const response = await fetch(`${this.origin}/requests`);
    return (await response.json()) as string[];
  }

  async #control(orders: unknown): Promise<void> {
    await fetch(`${this.origin}/control`, { method: "POST", body: JSON.stringify(orders) });
  }
}
