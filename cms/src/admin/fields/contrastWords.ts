import { contrast, READABLE } from "../../fields/contrast.ts";

const COLOR = /^#[0-9a-f]{6}$/i;

/** Whether `value` can be drawn. */
export const isColor = (value: unknown): value is string => typeof value === "string" && COLOR.test(value);

/** "Contrast 7.2:1, readable." of an accent and the text on it; nothing while one of them is no colour. */
export function contrastWords(
  accent: unknown,
  accentText: unknown,
): { isReadable: boolean; words: string } | undefined {
  const text = accentText || "#ffffff";
  if (!isColor(accent) || !isColor(text)) return undefined;
  const ratio = contrast(accent, text);
  const isReadable = ratio >= READABLE;
  // Never rounded up to what it does not reach.
  const shown = (Math.floor(ratio * 10) / 10).toFixed(1);
  return {
    isReadable,
    words: `Contrast ${shown}:1, ${isReadable ? "readable." : `hard to read: it needs ${READABLE}:1.`}`,
  };
}
