/** How rows and blocks are named when they are folded, for the collections' `admin.components`. */

const PATH = "/src/admin/rows/RowLabel#RowLabel";

/** A row, named by the first of `fields` that is filled in. */
export const rowLabel = (noun: string, ...fields: string[]) => ({
  RowLabel: { path: PATH, clientProps: { noun, fields } },
});

/** A block, named by its kind and heading. */
export const blockLabel = (noun: string) => ({
  Label: { path: PATH, clientProps: { noun, fields: ["heading"], kind: true } },
});

/** An opening period, named by its day and times. */
export const hoursLabel = { RowLabel: "/src/admin/rows/HoursLabel#HoursLabel" };
