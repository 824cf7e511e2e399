import { css } from "lit";

/** A soft box with round bullets. */
export const keyPointsStyles = css`
  .key-points {
    padding: 1.6em 1.8em;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .key-points :is(h2, h3, h4) {
    font-size: 1.33em;
    margin-block-end: 0.55em;
  }
  .key-points li + li {
    margin-block-start: 0.65em;
  }
  .key-points li {
    padding-inline-start: 0.35em;
  }
  .key-points li::marker {
    color: var(--_ink);
  }
  @container (width < 560px) {
    .key-points {
      padding: 1.1em 1.1em 1.2em;
    }
  }
  @media print {
    .key-points {
      border-color: currentColor;
    }
  }
`;
