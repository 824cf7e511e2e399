/** Names that exist on every page already: the parts of its head, and targets such as `#book`. */
export const PAGE_PARTS: readonly string[] = [
  "title",
  "subtitle",
  "review",
  "intro",
  "book",
  "questions",
  "sources",
];
