/** What comes along when an identifier is pasted from a record, a PDF or a word processor, and is not meant. */
import { withoutHidden } from "@clinic-widgets/shared";
import { decodeEntities } from "../input/records.ts";

/** Characters that people cannot tell from those of an identifier, each with the one that is meant. */
const LOOK_ALIKES: Record<string, string> = {
  "‐‑‒–—―−﹘﹣": "-",
  "⁄∕⧸╱": "/",
  "․。｡": ".",
  "ꓽ։׃": ":",
  "＿": "_",
  АΑ: "A",
  а: "a",
  ВΒ: "B",
  СϹ: "C",
  сϲ: "c",
  ЕΕ: "E",
  е: "e",
  НΗ: "H",
  ІΙ: "I",
  іı: "i",
  Ј: "J",
  ј: "j",
  КΚ: "K",
  к: "k",
  МΜ: "M",
  Ν: "N",
  ОΟ: "O",
  оο: "o",
  РΡ: "P",
  р: "p",
  Ѕ: "S",
  ѕ: "s",
  ТΤ: "T",
  у: "y",
  ХΧ: "X",
  хχ: "x",
  Ζ: "Z",
};
const MEANT = new Map(
  Object.entries(LOOK_ALIKES).flatMap(([alike, meant]) => [...alike].map((each) => [each, meant] as const)),
);

/** A figure of any script as ours: the ten of a script follow each other. */
function figureOf(each: string): string {
  if (!/^\p{Nd}$/u.test(each)) return each;
  let nought = each.codePointAt(0) as number;
  const code = nought;
  while (code - nought < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(nought - 1))) nought--;
  return String(code - nought);
}

/** A pasted identifier in plain characters: nothing invisible, no other width or script, one kind of space. */
export const plainCharacters = (text: string): string =>
  [...withoutHidden(decodeEntities(text).normalize("NFKC")).replace(/\p{Mn}/gu, "")]
    .map((each) => MEANT.get(each) ?? figureOf(each))
    .join("")
    .replace(/\s+/gu, " ")
    .trim();

/** `text` without percent-encoding, also where it was encoded several times. */
export function percentDecoded(text: string): string {
  let decoded = text;
  for (let times = 0; times < 3; times++) {
    const next = decodedOnce(decoded);
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}

/** Groups that are UTF-8 are decoded; a percent sign of its own stays. */
const decodedOnce = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });
