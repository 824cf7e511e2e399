/** What a folded row is called. */
import { isRichText, type TextNode } from "../../documents/texts.ts";

const LONGEST = 80;

/**
 * The first of `fields` that is filled in, as one line: a text, the beginning of a rich text, or what is chosen, in the
 * words of `choices`.
 */
export function rowName(
  data: Record<string, unknown> | undefined,
  fields: readonly string[],
  choices: Record<string, Record<string, string>> = {},
): string {
  for (const field of fields) {
    const value = data?.[field];
    const text = isRichText(value) ? wordsOf(value.root) : typeof value === "string" ? value : "";
    const words = (choices[field]?.[text] ?? text).replace(/\s+/g, " ").trim();
    if (words !== "") return words.length > LONGEST ? `${words.slice(0, LONGEST - 1).trimEnd()}…` : words;
  }
  return "";
}

const wordsOf = (node: TextNode): string => node.text ?? (node.children ?? []).map(wordsOf).join(" ");
