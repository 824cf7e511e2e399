/** The one element around everything that we draw: it carries the language of the content, whatever that of the page is. */
import { directionOf } from "@clinic-widgets/shared";
import { html, type TemplateResult } from "lit";

export const renderContentFrame = (lang: string, content: unknown): TemplateResult =>
  html`<div class="content" part="content" lang=${lang} dir=${directionOf(lang)}>${content}</div>`;
