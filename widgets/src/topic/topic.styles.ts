import { css } from "lit";

/** The page around its parts. */
export const topicStyles = css`
  /* The page's title takes a level for itself: what is below looks one level higher. */
  :where(.page) h3 {
    font-size: 1.78em;
  }
  :where(.page) h4 {
    font-size: 1.33em;
  }
  :where(.page) h5 {
    font-size: 1.17em;
  }
  header :is(h2, h3, h4) {
    font-size: 2.2em;
    line-height: 1.15;
    margin-block-end: 0.3em;
  }
  header .subtitle {
    font-size: 1.17em;
    margin-block-end: 0.6em;
  }
  .lead {
    font-size: 1.17em;
  }
  header .lead {
    margin-block-start: 1.6em;
  }
`;
