/** What was published or saved, as `JSON.parse` gives it: tests look at single values of it. */
export type Parsed = ReturnType<typeof JSON.parse>;
