/** Whether a value has any content. */

/** What matters here of a node of the rich-text editor. */
export type TextNode = { text?: string; children?: TextNode[] };

/** Whether a field was not filled in. */
export const isUnset = (value: unknown): boolean => value === null || value === undefined || value === "";

/** Whether a value, in one language, has nothing to read. Throws for damaged rich text, which is a fault and not empty. */
export function isEmpty(value: unknown): boolean {
  if (isUnset(value)) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isRichText(value) && !hasText(value.root);
}

/** Whether `value`, of one field or of all its languages, holds nothing that somebody has written or chosen. */
export function isBlank(value: unknown): boolean {
  if (isEmpty(value) || value === false) return true;
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !isRichText(value) &&
    Object.values(value).every(isBlank)
  );
}

/** Whether a node of rich text, or one below it, has a word. */
export const hasText = (node: TextNode): boolean =>
  Boolean(node.text?.trim()) || (node.children ?? []).some(hasText);

export const isRichText = (value: unknown): value is { root: TextNode } =>
  typeof value === "object" && value !== null && "root" in value;
