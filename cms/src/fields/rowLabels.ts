/** Labels of collapsed rows and blocks, for `admin.components` of a field or block. */

const PATH = "/src/admin/rows/RowLabel#RowLabel";

/** A row is labelled with the first of `fields` that is filled in. */
export const rowLabel = (noun: string, ...fields: string[]) => ({
  RowLabel: { path: PATH, clientProps: { noun, fields } },
});

/** A block is labelled with its type and heading or, without one, with its text or with what is chosen in it. */
export const blockLabel = (noun: string, choices: Record<string, Record<string, string>>) => ({
  Label: {
    path: PATH,
    clientProps: {
      noun,
      fields: ["heading", "paragraphs", "text", ...Object.keys(choices)],
      choices,
      kind: true,
    },
  },
});
