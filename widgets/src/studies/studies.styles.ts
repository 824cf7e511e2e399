import { css } from "lit";

/** Numbered as claims name them. */
export const studiesStyles = css`
  .studies {
    counter-reset: source;
  }
  .studies > li {
    counter-increment: source;
    position: relative;
    margin: 0;
    padding-block: 1em;
    padding-inline-start: 2.2em;
    border-block-start: 1px solid var(--_line);
  }
  .studies > li::before {
    content: counter(source);
    position: absolute;
    inset-inline-start: 0;
    font-weight: 600;
    color: var(--_ink);
  }
  .studies p {
    margin-block-end: 0.35em;
  }
  .studies .links {
    margin: 0;
  }
  .links a {
    margin-inline-end: 1.1em;
  }
  .about {
    font-size: 0.93em;
  }
  .about summary {
    display: list-item;
    width: fit-content;
    color: var(--_muted);
  }
  .warning {
    padding: 0.5em 0.8em;
    border: 2px solid currentColor;
    border-radius: var(--_radius);
  }
  @media print {
    .about::details-content {
      content-visibility: visible;
      block-size: auto;
      display: block;
    }
  }
`;
