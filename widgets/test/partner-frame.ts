/** A partner's page as readers meet it: a document of its own, in a frame of the test page. */

/** A page with `body`; `head` comes after its title. */
export const partnerPage = (body: string, { lang = "en", head = "" } = {}): string =>
  `<!doctype html><html lang="${lang}"><head><title>A partner</title>${head}</head><body>${body}</body></html>`;

export class PartnerFrame {
  readonly element = document.createElement("iframe");

  constructor() {
    this.element.style.cssText = "width: 800px; height: 600px";
  }

  get view(): Window {
    return this.element.contentWindow as Window;
  }

  get page(): Document {
    return this.element.contentDocument as Document;
  }

  /** Shows `url` as the first page of a new tab, without waiting for its end. */
  enter(url: string): void {
    this.element.src = url;
    document.body.append(this.element);
  }

  /** The end of the page that comes next, or is coming. */
  loaded(): Promise<unknown> {
    return new Promise((resolve) => this.element.addEventListener("load", resolve, { once: true }));
  }

  /** The same, and waits for the end of the page. */
  async visit(url: string): Promise<Document> {
    this.enter(url);
    await this.loaded();
    return this.page;
  }

  remove(): void {
    this.element.remove();
  }
}
