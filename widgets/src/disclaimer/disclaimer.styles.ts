import { css } from "lit";

export const disclaimerStyles = css`
  .disclaimer {
    font-size: 0.93em;
    padding-block-start: 1.2em;
    border-block-start: 1px solid var(--_line);
  }
  .emergency {
    margin-block-end: 0.4em;
    font-weight: 600;
  }
  .disclaimer .review {
    margin-block-start: 1em;
    font-size: inherit;
  }
`;
