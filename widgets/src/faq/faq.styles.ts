import { css } from "lit";

/** The whole row is the target; the chevron turns when the answer is open. */
export const faqStyles = css`
  .faq {
    border-block-start: 1px solid var(--_line);
  }
  .faq details {
    border-block-end: 1px solid var(--_line);
  }
  .faq summary {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 1.5em;
    min-height: 3em;
    padding-block: 0.95em;
    list-style: none;
  }
  .faq summary::-webkit-details-marker {
    display: none;
  }
  .faq summary :is(h2, h3, h4, h5, h6) {
    margin: 0;
    font: inherit;
    font-weight: 600;
    line-height: 1.4;
  }
  .faq summary::after {
    content: "";
    flex: none;
    width: 0.6em;
    height: 0.6em;
    margin-inline: 0.3em;
    border: solid var(--_accent);
    border-width: 0 2px 2px 0;
    transform: translateY(-0.15em) rotate(45deg);
  }
  .faq [open] > summary::after {
    transform: translateY(0.15em) rotate(225deg);
  }
  .faq summary:hover {
    color: var(--_ink);
  }
  .answer {
    padding-block-end: 1.5em;
    padding-inline-end: 2.5em;
  }
  .related .tag {
    margin-block: 0.1em;
  }
  @media print {
    .faq details::details-content {
      content-visibility: visible;
      block-size: auto;
      display: block;
    }
    .faq summary::after {
      display: none;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .faq summary::after {
      transition: transform 0.15s;
    }
  }
`;
