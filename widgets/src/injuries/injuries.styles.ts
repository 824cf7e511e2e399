import { css } from "lit";

/** Two columns with a rule on top; structures as quiet tags. */
export const injuriesStyles = css`
  .injuries {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17em), 1fr));
    gap: 2.25em 2.2em;
  }
  .injuries > li {
    margin: 0;
    padding-block-start: 0.9em;
    border-block-start: 2px solid var(--_accent);
  }
  .injuries :is(h2, h3, h4, h5, h6) {
    margin-block-end: 0.3em;
    font-size: 1.17em;
  }
  .known {
    margin-block-end: 0.4em;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em 0.45em;
    margin-block-end: 0.6em;
  }
  .tags li {
    margin: 0;
  }
`;
