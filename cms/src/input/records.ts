/** Words that are pasted from records of libraries, which were written for web pages. */
import { decodeHTMLStrict } from "entities/decode";

/** `&amp;` and `&lt;` become their characters, once. */
export const decodeEntities = (text: string): string => decodeHTMLStrict(text);

/** A pasted text as a reader should see it: entities decoded once, tags gone, raised and lowered figures in Unicode. */
export const plainRecord = (text: string): string =>
  /[&<]/.test(text) ? withoutTags(decodeEntities(text)) : text;

const ATTRIBUTES = String.raw`(?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[\w:-]+))*\s*\/?`;
const tag = (names: string): RegExp => new RegExp(`</?(?:\\w+:)?(?:${names})${ATTRIBUTES}>`, "gi");

/** The tags of PubMed, Crossref and JATS in a title. "<40 years" and "a < b" are none. */
const BREAKS = tag("br|p|div|title|sec|break");
const TAGS = tag(
  "i|b|u|em|strong|italic|bold|underline|sc|scp|span|font|small|inline-formula|math|m(?:row|style|text|n|o|i|semantics)|semantics",
);
const SCRIPTS = /<(su[bp])(?:\s[^<>]*)?>([^<>]*)<\/\1>/gi;
/** A base and what is above or below it, as MathML writes it. */
const MATHML =
  /<(?:\w+:)?m(su[bp])(?:\s[^<>]*)?>\s*(?:<(?:\w+:)?m\w+(?:\s[^<>]*)?>)+([^<>]*)(?:<\/(?:\w+:)?m(?!su)\w+>\s*)+(?:<(?:\w+:)?m\w+(?:\s[^<>]*)?>)+([^<>]*)(?:<\/(?:\w+:)?m(?!su)\w+>\s*)+<\/(?:\w+:)?m\1>/gi;

/** `text` without the tags that records have; what was raised or lowered by them stays so. */
export function withoutTags(text: string): string {
  if (!text.includes("<")) return text;
  return text
    .replace(MATHML, "$2<$1>$3</$1>")
    .replace(TAGS, "")
    .replace(BREAKS, " ")
    .replace(SCRIPTS, (_, kind: string, inner: string, at: number, whole: string) =>
      kind.toLowerCase() === "sup" ? raised(inner.trim(), whole.slice(0, at)) : lowered(inner.trim()),
    )
    .replace(/ {2,}/g, " ");
}

const table = (plain: string, drawn: string) => {
  const characters = [...drawn];
  return new Map([...plain].map((each, index) => [each, characters[index] as string]));
};
const RAISED = table(
  "0123456789+-−–=()abcdefghijklmnoprstuvwxyz",
  "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
);
const LOWERED = table("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎");

/** "10" and a raised "5" are "10⁵", or "10^5.5" where Unicode has no such character: never another number. */
function raised(inner: string, before: string): string {
  if (inner === "") return "";
  const word = SPECIAL[inner.toLowerCase()];
  if (word) return word;
  const isOrdinal = /[\d.]$/.test(before.replace(/<[^>]*>/g, "")) && /^\p{L}+$/u.test(inner);
  if (isOrdinal && inner !== "n" && inner !== "x") return { o: "º", a: "ª" }[inner] ?? inner;
  // Marks of footnotes and words without figures say the same on the line.
  if (!/\d/.test(inner) && !/^[a-z+−–-]$/.test(inner)) return inner;
  const characters = [...inner].map((each) => RAISED.get(each));
  if (characters.every(Boolean)) return characters.join("");
  return /^[\d.,−–-]+$/.test(inner) ? `^${inner}` : `^(${inner})`;
}

const SPECIAL: Record<string, string> = { tm: "™", sm: "℠", "®": "®", "©": "©" };

/** "VO" and a lowered "2" are "VO₂"; letters, which Unicode has few of, go on the line. */
const lowered = (inner: string): string => [...inner].map((each) => LOWERED.get(each) ?? each).join("");
