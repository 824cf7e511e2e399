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
 * @csspart loading - what stands there while content is on its way
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
 */
import { type ElementName, placeholderValues } from "@clinic-widgets/shared";
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues } from "lit";
import { headingLevelOf } from "./attributes.ts";
import { candidateLocales } from "./content/candidate-locales.ts";
import { filesFor } from "./content/files-for.ts";
import { renderContentFrame } from "./content-frame.ts";
import { ContentController, type Files, type Problem, type Question } from "./controllers/content.ts";
import { DeepLinksController } from "./controllers/deep-links.ts";
import { LanguageController } from "./controllers/language.ts";
import { rememberMarkupState } from "./markup-state.ts";
import { page } from "./page.ts";
import { revisionOf } from "./revision.ts";
import type { RenderContext } from "./templates/context.ts";
import { renderLoading, renderStale } from "./templates/states.ts";
import { textsFor } from "./texts/index.ts";
import { themeCss } from "./theme.ts";
import { VERSION } from "./version.ts";

export abstract class ClinicElement extends LitElement {
  static readonly version = VERSION;

  static override properties: PropertyDeclarations = {
    topic: {},
    clinic: {},
    headingLevel: { attribute: "heading-level" },
    src: {},
  };

  /** Slug of the topic. Default: the page's, from the loader's `data-topic`. */
  declare topic: string | undefined;
  /** Slug of the clinic. Default: the page's, from the loader's `data-clinic`. */
  declare clinic: string | undefined;
  /** Level of the element's first heading, 2 to 6. Default: 2. */
  declare headingLevel: string | number | undefined;
  /** The CMS origin. Default: where the loader came from. */
  declare src: string | undefined;

  /** The element's name without the prefix. */
  protected abstract readonly element: ElementName;

  #content = new ContentController(this, () => this.#question());
  #language = new LanguageController(this);
  #theme: CSSStyleSheet | undefined;
  /** Whether the shadow root still holds the server's markup. */
  #kept = false;
  /** Whether that markup was drawn for the attributes as they are: the first change is only their being read. */
  #attributesRead = false;
  #attributesChanged = false;
  #restoreMarkupState: (() => void) | undefined;

  constructor() {
    super();
    new DeepLinksController(this);
  }

  /** The content, from files whose first one is there. */
  protected abstract draw(files: Files, context: RenderContext): unknown;

  /** The kinds of file to load, the indispensable one first. */
  protected kinds(has: { topic: string | undefined; clinic: string | undefined }): Question["kinds"] {
    return filesFor(this.element, has);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.#kept = this.shadowRoot?.firstElementChild != null;
    const root = super.createRenderRoot();
    // Lit would otherwise render in front of the server's markup and keep both.
    if (this.#kept) this.renderOptions.renderBefore = null;
    return root;
  }

  protected override performUpdate(): void {
    this.#content.ask();
    super.performUpdate();
  }

  protected override shouldUpdate(changed: PropertyValues): boolean {
    if (!this.#kept) return true;
    if (this.#attributesRead && changed.size > 0) this.#attributesChanged = true;
    this.#attributesRead = true;
    if (this.#isKeptMarkupOutdated()) this.#clearKeptMarkup();
    return !this.#kept;
  }

  protected override update(changed: PropertyValues): void {
    try {
      super.update(changed);
    } catch (cause) {
      // Content that passed our guards and still cannot be drawn must not throw into the partner's page.
      this.#content.refuse(cause);
      super.update(changed);
    }
  }

  protected override updated(): void {
    this.#restoreMarkupState?.();
    this.#restoreMarkupState = undefined;
  }

  protected override render(): unknown {
    const { files, state, expired } = this.#content;
    const lang = this.#langOf(files);
    const context: RenderContext = {
      lang,
      texts: textsFor(lang),
      values: placeholderValues(files?.clinic),
      headingLevel: headingLevelOf(this.headingLevel),
      now: new Date(),
    };
    this.#applyTheme(themeCss(files?.clinic));
    if (files)
      return renderContentFrame(lang, [
        state === "stale" ? renderStale(context) : nothing,
        this.draw(files, context),
      ]);
    // What stands between the tags wins over what we would say.
    if (state !== "error") return renderContentFrame(lang, html`<slot>${renderLoading(context)}</slot>`);
    return renderContentFrame(lang, html`<slot>${expired ? renderStale(context) : nothing}</slot>`);
  }

  /** Our own words follow the content: a Spanish frame around English text would help nobody. */
  #langOf(files: Files | undefined): string {
    return Object.values(files ?? {})[0]?.locale ?? this.#language.value;
  }

  #isKeptMarkupOutdated(): boolean {
    const { files, state, code } = this.#content;
    if (code === "gone" || code === "not-found") return true;
    if (!files) return false;
    // A copy from an earlier visit says nothing about what the server sent with this page.
    return this.#attributesChanged || (state === "complete" && revisionOf(files) !== this.dataset.revision);
  }

  #clearKeptMarkup(): void {
    const root = this.renderRoot as ShadowRoot;
    this.#restoreMarkupState = rememberMarkupState(root);
    root.replaceChildren();
    this.#kept = false;
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
    const kinds = this.kinds({ topic, clinic });
    if (!origin) {
      return {
        problem: `<${this.localName}> needs the attribute "src", the address of the CMS: no loader on this page names it.`,
      };
    }
    if (kinds.length === 0) {
      return {
        problem: `<${this.localName}> needs the attribute "${this.element === "booking" ? "clinic" : "topic"}" to know what to show.`,
      };
    }
    const known = origin === defaults?.origin ? defaults.locales : [];
    return { origin, topic, clinic, kinds, locales: candidateLocales(this.#language.value, known) };
  }
}
