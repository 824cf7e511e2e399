import { css } from "lit";

/** Numbered sections, each with its study box. */
export const benefitsStyles = css`
  .sections > :is(h2, h3, h4):has(+ .sub) {
    margin-block-end: 0.2em;
  }
  .sub {
    font-size: 1.05em;
  }
  .sections section {
    margin-block: 1.75em 0;
    padding-block-start: 1.6em;
    border-block-start: 1px solid var(--_line);
  }
  .sections section > :is(h2, h3, h4, h5) {
    margin-block-end: 0.35em;
  }
  /* The number has the page's own typeface; that of headings is for the words alone. */
  .sections section > :first-child {
    font-family: inherit;
  }
  .words {
    font-family: var(--clinic-heading-font, inherit);
  }
  .number {
    margin-inline-end: 0.5em;
    font-size: 0.75em;
    font-weight: 600;
    color: var(--_ink);
  }
  .study {
    margin-block-start: 1.1em;
    padding: 1.2em 1.35em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  .study > :is(h2, h3, h4, h5, h6) {
    margin-block-end: 0.4em;
    font: inherit;
    font-size: 0.89em;
    font-weight: 600;
    color: var(--_ink);
  }
  dl {
    margin-block: 0.9em 0;
  }
  dl > div {
    display: grid;
    grid-template-columns: 9.5em 1fr;
    gap: 0 1em;
    padding-block: 0.65em;
    border-block-start: 1px solid var(--_line);
  }
  dt {
    font-weight: 600;
  }
  dd {
    margin: 0;
  }
  dd ul {
    padding-inline-start: 1.1em;
  }
  .directness {
    display: block;
    font-size: 0.89em;
  }
  .origin {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.25em 1em;
    padding-block-start: 0.8em;
    border-block-start: 1px solid var(--_line);
    font-size: 0.93em;
  }
  @container (width < 560px) {
    .study {
      padding: 1em;
    }
    dl > div {
      display: block;
    }
  }
`;
