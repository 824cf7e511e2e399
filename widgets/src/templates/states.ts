/** What is shown while there is no content, or none that could be checked. */
import { html, type TemplateResult } from "lit";
import type { RenderContext } from "./context.ts";

/** Quiet space until the content arrives; only screen readers announce it. */
export const renderLoading = ({ texts }: RenderContext): TemplateResult =>
  html`<div class="loading" part="loading" aria-busy="true"><span class="hidden">${texts.loading}</span></div>`;

/** A neutral line for content that could not be checked, or is too old to be shown. */
export const renderStale = ({ texts }: RenderContext): TemplateResult =>
  html`<p class="muted stale" part="stale">${texts.stale}</p>`;
