import { css } from "lit";

/** Hairlines and one strong rule; cards where the container is narrow. */
export const tableStyles = css`
  table {
    width: 100%;
    border-collapse: collapse;
    margin: 0;
    /* In quirks mode tables inherit neither. */
    font: inherit;
    color: inherit;
  }
  caption {
    text-align: start;
    padding: 0;
  }
  th,
  td {
    text-align: start;
    vertical-align: top;
    padding-block: 0.9em;
    padding-inline: 0 1.2em;
    font-weight: inherit;
    border-block-end: 1px solid var(--_line);
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  thead th {
    padding-block: 0.4em 0.6em;
    font-size: 0.86em;
    font-weight: 600;
    color: var(--_muted);
    border-block-end: 2px solid var(--_accent);
  }
  tbody th {
    font-weight: 600;
    width: 26%;
  }
  td {
    width: 37%;
  }
  td .head {
    display: none;
  }
  .finding {
    display: block;
  }
  .finding + .finding {
    margin-block-start: 0.5em;
  }
  @container (width < 560px) {
    table {
      table-layout: fixed;
    }
    tbody {
      display: block;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tbody tr {
      display: block;
      padding: 1em;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }
    tr + tr {
      margin-block-start: 0.65em;
    }
    tbody th,
    td {
      display: block;
      width: auto;
      padding: 0;
      border: 0;
    }
    td {
      margin-block-start: 0.5em;
    }
    td .head {
      display: block;
      font-size: 0.86em;
      font-weight: 600;
      color: var(--_muted);
    }
  }
`;
