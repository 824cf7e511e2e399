import { css } from "lit";

/** The one strong thing on the page; compact, a quiet card. */
export const bookingStyles = css`
  .booking {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.8em 2.2em;
    padding: 1.8em;
    border-radius: calc(var(--_radius) * 1.6);
    background: var(--_deep);
    color: var(--clinic-deep-text, #fff);
    --_muted: currentColor;
    --_line: color-mix(in srgb, currentColor 40%, transparent);
  }
  .booking :is(h2, h3, h4) {
    color: inherit;
    font-size: 1.67em;
  }
  .booking li::marker {
    color: color-mix(in srgb, currentColor 70%, transparent);
  }
  .booking :focus-visible {
    outline-color: currentColor;
  }
  .booking a {
    color: inherit;
  }
  .booking > :only-child {
    grid-column: 1 / -1;
  }
  .actions {
    display: flex;
    flex-direction: column;
    justify-content: center;
    align-self: center;
    text-align: center;
  }
  .button {
    display: flex;
    align-items: center;
    justify-content: center;
    min-height: 48px;
    padding: 0.5em 1.4em;
    border: 1px solid transparent;
    border-radius: var(--clinic-button-radius, 3em);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
    text-wrap: balance;
  }
  .button:hover {
    text-decoration: underline;
  }
  .button.second {
    margin-block-start: 0.65em;
    background: none;
    border-color: var(--_line);
    color: inherit;
    font-weight: inherit;
    list-style: none;
  }
  .button.second::-webkit-details-marker {
    display: none;
  }
  .booking a.button {
    background: var(--clinic-deep-text, #fff);
    color: var(--_deep);
  }
  .menu ul {
    margin: 0.4em 0 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    text-align: start;
  }
  .menu li {
    margin: 0;
  }
  .menu li + li {
    border-block-start: 1px solid var(--_line);
  }
  .menu-link {
    display: flex;
    align-items: center;
    min-height: 48px;
    padding: 0.4em 1em;
    text-decoration: none;
  }
  .menu-link:hover {
    text-decoration: underline;
  }
  .hours {
    margin: 0;
    min-height: 1lh;
    font-size: 0.93em;
    text-wrap: balance;
  }
  .actions .hours {
    margin-block-start: 0.8em;
  }
  .card .hours {
    padding-inline-start: 1.15em;
    text-indent: -1.15em;
  }
  .week {
    margin-block: 0.8em 0;
    font-size: 0.93em;
    text-align: start;
  }
  .week div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    column-gap: 1em;
    padding-block: 0.2em;
  }
  .week dd {
    margin: 0;
  }
  .dot {
    display: inline-block;
    margin-inline-end: 0.6em;
    width: 0.55em;
    height: 0.55em;
    border-radius: 50%;
    background: color-mix(in srgb, var(--_accent) 65%, #fff);
  }
  .dot.off {
    background: none;
    border: 1px solid currentColor;
  }
  .phone {
    margin: 0;
  }
  .card {
    padding: 1.15em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .card .name {
    margin-block: 0.35em 0.6em;
    font-family: var(--clinic-heading-font, inherit);
    font-weight: 600;
    line-height: 1.3;
    color: var(--clinic-heading-color, inherit);
  }
  @container (width >= 640px) {
    .booking {
      grid-template-columns: minmax(0, 1fr) minmax(13em, 38%);
      padding: 2.2em;
    }
  }
  @media print {
    .booking {
      background: none;
      color: inherit;
      border: 1px solid;
    }
    /* What can be done on paper: read an address, dial a number. */
    .booking a.button,
    .card a.button {
      display: inline;
      padding: 0;
      background: none;
      color: inherit;
    }
    /* Paper knows no "now". */
    .menu,
    .hours {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .booking,
    .button {
      border: 1px solid;
    }
  }
`;
