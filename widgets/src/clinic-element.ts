/**
 * What all nine elements share: the common attributes, the states around the content, and care for markup that the
 * server rendered. A class and not a controller, because keeping that markup means overriding protected steps of Lit's
 * life cycle; everything else (asking, language, events) is in controllers.
 *
 * @csspart content - everything that the element draws
 * @csspart heading - a heading without a part of its own
 * @csspart link - a link inside of a text
 * @csspart sources - the line with the studies behind a text
 * @csspart source - one of them
 * @csspart loading - the placeholder while content is loading
 * @csspart stale - the line that says that the content could not be checked
 * @cssprop --clinic-accent - the one accent; the clinic's theme is its default
 * @cssprop --clinic-accent-text - text on the accent
 * @cssprop --clinic-deep - the dark colour of the booking call
 * @cssprop --clinic-deep-text - text on it
 * @cssprop --clinic-line - rules and borders
 * @cssprop --clinic-muted - secondary text
 * @cssprop --clinic-wash - the quietest background
 * @cssprop --clinic-soft - the background of boxes and tags
 * @cssprop --clinic-radius - corners
 * @cssprop --clinic-button-radius - corners of buttons
 * @cssprop --clinic-heading-font - typeface of headings
 * @cssprop --clinic-heading-color - colour of headings
 * @cssprop --clinic-reserve - height that is reserved until the content arrives, so that nothing below it shifts
 */
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, render } from "lit";
import { candidateLocales } from "./content/candidate-locales.ts";
import { isTooOld } from "./content/copies.ts";
import { type Files, filesWith } from "./content/files-for.ts";
import { renderContentFrame } from "./content-frame.ts";
import { ContentController, type Problem, type Question } from "./controllers/content.ts";
import { DeepLinksController } from "./controllers/deep-links.ts";
import { LanguageController } from "./controllers/language.ts";
import { type Definition, draw } from "./definition.ts";
import { rememberMarkupState } from "./markup-state.ts";
import { headingLevel, readOptions } from "./options.ts";
import { page } from "./page.ts";
import { revisionOf } from "./revision.ts";
import { commonStyles } from "./styles/common.styles.ts";
import { contextFor } from "./templates/context.ts";
import { renderLoading, renderStale } from "./templates/states.ts";
import { themeCss } from "./theme.ts";
import { VERSION } from "./version.ts";

export abstract class ClinicElement extends LitElement {
  static readonly version = VERSION;

  static override properties: PropertyDeclarations = { topic: {}, clinic: {}, headingLevel, src: {} };

  /** What the server draws by, too. */
  declare static readonly definition: Definition | undefined;

  static override get styles() {
    // biome-ignore lint/complexity/noThisInStatic: each element's own; Lit asks this class too, which has none.
    return [commonStyles, this.definition?.styles ?? []];
  }

  /** Slug of the topic. Default: the page's, from the loader's `data-topic`. */
  declare topic: string | undefined;
  /** Slug of the clinic. Default: the page's, from the loader's `data-clinic`. */
  declare clinic: string | undefined;
  /** Level of the element's first heading, 2 to 6. Default: 2. */
  declare headingLevel: string | number | undefined;
  /** The CMS origin. Default: where the loader came from. */
  declare src: string | undefined;

  #content = new ContentController(this, () => this.#question());
  #language = new LanguageController(this);
  #theme: CSSStyleSheet | undefined;
  /** Whether the shadow root still holds the server's markup. */
  #hasServerMarkup = false;
  /** Whether that markup was drawn for the attributes as they are: the first change is only their being read. */
  #attributesRead = false;
  #changedAttributes = new Set<PropertyKey>();
  /** The revision of what is drawn; `undefined` before the first drawing. */
  #drawnRevision: string | undefined;

  constructor() {
    super();
    new DeepLinksController(this);
  }

  get #definition(): Definition {
    return (this.constructor as typeof ClinicElement).definition as Definition;
  }

  /** The values of attributes, by the names of their properties. */
  get #values(): Readonly<Record<string, unknown>> {
    return this as unknown as Record<string, unknown>;
  }

  override connectedCallback(): void {
    if (this.dataset.rendered === undefined || isParsed(this)) super.connectedCallback();
    // A shadow root of ours would prevent the parser from attaching the server's; one that it is still filling cannot be compared.
    else document.addEventListener("DOMContentLoaded", () => this.#connectLate(), { once: true });
  }

  override disconnectedCallback(): void {
    if (this.renderRoot) super.disconnectedCallback();
  }

  #connectLate(): void {
    if (this.isConnected && !this.renderRoot) super.connectedCallback();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.#hasServerMarkup = this.shadowRoot?.firstElementChild != null;
    const root = super.createRenderRoot();
    // The fallback may come later than we do.
    root.addEventListener("slotchange", () => this.requestUpdate());
    // Lit would otherwise render in front of the server's markup, and both would be shown.
    if (this.#hasServerMarkup) this.renderOptions.renderBefore = null;
    return root;
  }

  protected override performUpdate(): void {
    this.#content.ask();
    super.performUpdate();
  }

  protected override shouldUpdate(changed: PropertyValues): boolean {
    if (!this.#hasServerMarkup) return true;
    if (this.#attributesRead) for (const name of changed.keys()) this.#changedAttributes.add(name);
    this.#attributesRead = true;
    return this.#isServerMarkupOutdated();
  }

  protected override update(changed: PropertyValues): void {
    const restore = this.#clearOutdatedMarkup();
    try {
      super.update(changed);
    } catch (cause) {
      // Content that passed our guards and still cannot be drawn must not throw into the partner's page.
      this.#content.refuse(cause);
      super.update(changed);
    }
    restore?.();
  }

  protected override render(): unknown {
    const { files, state, expired } = this.#content;
    const lang = this.#langOf(files);
    const context = contextFor(lang, this.headingLevel, new Date(), this.#language.value);
    this.#applyTheme(themeCss(files?.clinic));
    if (files)
      return renderContentFrame(lang, [
        state === "stale" ? renderStale(context) : nothing,
        draw(this.#definition, files, context, this.#values),
      ]);
    if (state !== "error")
      return renderContentFrame(lang, this.#fallbackOr(renderLoading(context), "waiting"));
    const isExpired = expired || this.#isMarkupTooOld();
    return renderContentFrame(lang, this.#fallbackOr(isExpired ? renderStale(context) : nothing));
  }

  /** The page's own fallback between the tags, else our words; white space is no fallback. */
  #fallbackOr(words: unknown, name?: string): unknown {
    const hasFallback = this.querySelector(":scope > :not(template)") || this.textContent?.trim();
    return hasFallback ? html`<slot class=${name ?? nothing}></slot>` : html`${words}<slot></slot>`;
  }

  /** Our own words follow the content: a Spanish frame around English text would help nobody. */
  #langOf(files: Files | undefined): string {
    return Object.values(files ?? {})[0]?.locale ?? this.#language.value;
  }

  #isServerMarkupOutdated(): boolean {
    const { files, state, code, incomplete } = this.#content;
    if (code === "gone" || code === "not-found") return true;
    const changed = this.#changedAttributes;
    if (!files) {
      const isOfAnother = ["topic", "clinic", "src"].some((name) => changed.has(name));
      return state === "error" && (isOfAnother || this.#isMarkupTooOld());
    }
    if (changed.size > 0) return true;
    // A copy from an earlier visit may be older than what the server sent with this page.
    if (state === "stale") return this.#isMarkupTooOld();
    const drawn = this.dataset.revision ?? "";
    // A file that the server had and we could not load is no reason to remove its content.
    if (incomplete)
      return revisionOf(files)
        .split(" ")
        .some((part) => !drawn.split(" ").includes(part));
    return this.#definition.showsTime || revisionOf(files) !== drawn;
  }

  #isMarkupTooOld(): boolean {
    const { rendered } = this.dataset;
    return rendered !== undefined && isTooOld(Date.parse(rendered), Date.now());
  }

  /**
   * Removes markup of other content than we are about to draw, and returns a function that restores what the reader did to
   * it. Lit alone would preserve what is open by its index in a list, not by its identity.
   */
  #clearOutdatedMarkup(): (() => void) | undefined {
    const root = this.renderRoot as ShadowRoot;
    const revision = revisionOf(this.#content.files ?? {});
    const isOutdated =
      this.#hasServerMarkup || (this.#drawnRevision !== undefined && this.#drawnRevision !== revision);
    this.#drawnRevision = revision;
    if (!isOutdated) return undefined;
    const restore = rememberMarkupState(root);
    if (this.#hasServerMarkup) root.replaceChildren();
    else render(nothing, root, this.renderOptions);
    this.#hasServerMarkup = false;
    return restore;
  }

  #applyTheme(css: string): void {
    const root = this.renderRoot as ShadowRoot;
    if (!this.#theme && css && root.adoptedStyleSheets) {
      this.#theme = new CSSStyleSheet();
      root.adoptedStyleSheets = [this.#theme, ...root.adoptedStyleSheets];
    }
    this.#theme?.replaceSync(css);
  }

  #question(): Question | Problem {
    const defaults = page();
    const origin = this.src || defaults?.origin;
    const topic = this.topic || defaults?.topic;
    const clinic = this.clinic || defaults?.clinic;
    const { name, options } = this.#definition;
    const kinds = filesWith(name, { ...readOptions(options, this.#values), topic, clinic });
    if (!origin) {
      return {
        problem: `<${this.localName}> needs the attribute "src", the address of the CMS: no loader on this page names it.`,
      };
    }
    if (kinds.length === 0) {
      return {
        problem: `<${this.localName}> needs the attribute "${name === "booking" ? "clinic" : "topic"}" to know what to show.`,
      };
    }
    const known = origin === defaults?.origin ? defaults.locales : [];
    return { origin, topic, clinic, kinds, locales: candidateLocales(this.#language.value, known) };
  }
}

/** Whether the parser is past the end of `element`: then a node follows it, or the page is complete. */
function isParsed(element: Element): boolean {
  let node: Node | null = element;
  while (node && !node.nextSibling) node = node.parentNode;
  return node !== null || document.readyState !== "loading";
}
