import { css } from "lit";
import { benefitsRules } from "../benefits/benefits.styles.ts";
import { bookingRules } from "../booking/booking.styles.ts";
import { disclaimerRules } from "../disclaimer/disclaimer.styles.ts";
import { faqRules } from "../faq/faq.styles.ts";
import { injuriesRules } from "../injuries/injuries.styles.ts";
import { keyPointsRules } from "../key-points/key-points.styles.ts";
import { studiesRules } from "../studies/studies.styles.ts";
import { tableRules } from "../styles/table.styles.ts";

/** The parts' styles, and those of the page around them. */
export const topicStyles = css`
  ${tableRules}${faqRules}${benefitsRules}${injuriesRules}${studiesRules}${keyPointsRules}${bookingRules}${disclaimerRules}
  /* The page's title takes a level for itself: what stands below looks one level higher. */
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
