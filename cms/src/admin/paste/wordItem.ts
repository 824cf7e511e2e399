/**
 * Word copies an item of a list as a paragraph whose style says `mso-list:l0 level2 lfo1`, with its bullet or number as text
 * in a span marked `mso-list:Ignore`.
 */
export function wordItem(paragraph: Element): { level: number; number?: number } | undefined {
  const style = paragraph.getAttribute("style") ?? "";
  const level = /mso-list:[^;]*\blevel(\d)/i.exec(style)?.[1];
  if (!level) return undefined;
  const marker = [...paragraph.querySelectorAll("[style]")].find((each) =>
    /mso-list:\s*ignore/i.test(each.getAttribute("style") ?? ""),
  );
  const number = numberOf(marker?.textContent?.trim() ?? "");
  return { level: Number(level), ...(number === undefined ? {} : { number }) };
}

/** The number that "3.", "(3)", "c)" or "iii." stands for; nothing for a bullet. */
function numberOf(marker: string): number | undefined {
  const digits = /^\(?(\d+)[.)]*$/.exec(marker)?.[1] ?? /(?:\d+\.)+(\d+)\.?$/.exec(marker)?.[1];
  if (digits) return Number(digits);
  const letters = /^\(?([a-z]+)[.)]+$/i.exec(marker)?.[1]?.toLowerCase();
  if (!letters) return undefined;
  if (/^[ivx]+$/.test(letters)) return romanNumber(letters);
  return letters.length === 1 ? letters.charCodeAt(0) - 96 : 1;
}

const ROMAN: Record<string, number> = { i: 1, v: 5, x: 10 };

const romanNumber = (letters: string): number =>
  [...letters].reduce((sum, letter, index) => {
    const value = ROMAN[letter] as number;
    const next = ROMAN[letters[index + 1] ?? ""] ?? 0;
    return sum + (value < next ? -value : value);
  }, 0);
