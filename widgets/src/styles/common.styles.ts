import { css } from "lit";

/**
 * What every element needs: the page's own type and colour, one accent, and spacing in `em`.
 * Tokens: the page's `--clinic-*` beat the clinic's theme (`--clinic-theme-*`) beat our defaults. Private ones begin with
 * `--_` and are set below the host, where they cannot beat a page's `:root`.
 */
export const commonStyles = css`
  :host {
    display: block;
    min-width: 0;
    max-width: 100%;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  .content {
    --_accent: var(--clinic-accent, var(--clinic-theme-accent, #0b6355));
    --_ink: var(--_accent);
    --_on-accent: var(--clinic-accent-text, var(--clinic-theme-accent-text, #fff));
    --_deep: var(--clinic-deep, color-mix(in srgb, var(--_accent) 74%, #000));
    --_line: var(--clinic-line, color-mix(in srgb, currentColor 16%, transparent));
    --_muted: var(--clinic-muted, color-mix(in srgb, currentColor 74%, transparent));
    --_wash: var(--clinic-wash, color-mix(in srgb, var(--_accent) 5%, transparent));
    --_soft: var(--clinic-soft, color-mix(in srgb, var(--_accent) 12%, transparent));
    --_radius: var(--clinic-radius, var(--clinic-theme-radius, 0.5625em));
    container-type: inline-size;
    /* The width where the container takes its own from its content, as a flex row or a float does. */
    contain-intrinsic-inline-size: min(320px, 70vw);
    overflow-wrap: anywhere;
    text-align: start;
    /* What a page sets for its own headings or poems would break tables and lists. */
    white-space: normal;
    text-indent: 0;
    letter-spacing: normal;
    word-spacing: normal;
    hyphens: manual;
  }
  /* However light the accent is, white can be read on what is derived from it. */
  @supports (color: oklch(from red l c h)) {
    .content {
      --_deep: var(--clinic-deep, oklch(from var(--_accent) min(l, 0.37) c h));
    }
  }
  /* The accent as a colour of text: without a choice of the page or the clinic it is light where the text around it is. */
  @supports (color: oklch(from currentColor l c h)) {
    .content {
      --_ink: var(
        --clinic-accent,
        var(--clinic-theme-accent, oklch(from currentColor clamp(0.45, (l - 0.6) * 99, 0.84) 0.085 178 / 1))
      );
    }
  }
  .waiting {
    display: block;
    min-height: var(--clinic-reserve, 0);
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: 0 0 0.6em;
    font-family: var(--clinic-heading-font, inherit);
    font-size: 1em;
    font-weight: 600;
    line-height: 1.25;
    color: var(--clinic-heading-color, inherit);
    text-wrap: balance;
  }
  h2 {
    font-size: 1.78em;
  }
  h3 {
    font-size: 1.33em;
  }
  h4 {
    font-size: 1.17em;
  }
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0 0 1em;
  }
  p {
    text-wrap: pretty;
  }
  /* They leave the lines as far apart as those without. */
  sup,
  sub {
    line-height: 0;
  }
  li + li {
    margin-block-start: 0.3em;
  }
  :is(p, ul, ol, dl, div, section):last-child {
    margin-block-end: 0;
  }
  ul,
  ol {
    padding-inline-start: 1.25em;
  }
  [role="list"] {
    list-style: none;
    padding: 0;
  }
  a {
    color: var(--_ink);
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  :focus-visible {
    outline: 3px solid var(--_ink);
    outline-offset: 3px;
    border-radius: 2px;
  }
  [id],
  tr {
    scroll-margin-block-start: 1em;
  }
  summary {
    cursor: pointer;
  }
  .muted {
    color: var(--_muted);
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .loading {
    min-height: var(--clinic-reserve, 3em);
  }
  /* Parts of a page, views of an element. */
  .block + .block,
  header + .block {
    margin-block-start: 3em;
  }
  @container (width < 560px) {
    .block + .block,
    header + .block {
      margin-block-start: 2.4em;
    }
  }
  .stale,
  .sources,
  .known,
  .review {
    font-size: 0.9em;
  }
  .more,
  .target {
    display: inline-block;
  }
  .more {
    font-weight: 600;
    text-decoration: none;
    text-wrap: balance;
  }
  /* Links on a line of their own: easy to hit with a thumb. */
  .more,
  .target {
    padding-block: max(0px, (48px - 1lh) / 2);
  }
  .more:hover {
    text-decoration: underline;
  }
  .more::after {
    content: " \\2192";
    content: " \\2192" / "";
  }
  .more:dir(rtl)::after {
    content: " \\2190";
    content: " \\2190" / "";
  }
  .tag {
    display: inline-block;
    padding: 0.1em 0.6em;
    /* Seen in forced colours, which take the background away. */
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 0.5);
    background: var(--_soft);
    font-size: 0.89em;
  }
  @media print {
    .more,
    .target {
      padding: 0;
    }
    .content a[href^="http"]::after {
      content: " (" attr(href) ")";
      font-size: 0.8em;
      overflow-wrap: anywhere;
    }
    .study,
    tr,
    li,
    dl > div {
      break-inside: avoid;
    }
    h2,
    h3,
    h4,
    h5,
    caption,
    thead,
    summary {
      break-after: avoid;
    }
  }
`;
