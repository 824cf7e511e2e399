/** Whether a value says anything. */

/** As far as a reader's text goes: the editor's nodes know more. */
export type TextNode = { text?: string; children?: TextNode[] };

/** Whether a field was left as it is in an empty form. */
export const isUnset = (value: unknown): boolean => value === null || value === undefined || value === "";

/** Whether a value of one language says nothing. Throws for a damaged rich text, so that nobody takes it for an empty one. */
export function isEmpty(value: unknown): boolean {
  if (isUnset(value)) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isRichText(value) && !hasText(value.root);
}

/** Whether there is anything to read in a node of a rich text. */
export const hasText = (node: TextNode): boolean =>
  Boolean(node.text?.trim()) || (node.children ?? []).some(hasText);

export const isRichText = (value: unknown): value is { root: TextNode } =>
  typeof value === "object" && value !== null && "root" in value;
