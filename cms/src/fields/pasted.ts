/** What is pasted into texts becomes what it means, once: when it is saved as it was not before. */
import type { FieldHook } from "payload";
import { isData } from "../documents/fields.ts";
import { plainRecord } from "../input/records.ts";

/** A text of one line has one line. */
const oneLine = (text: string): string => text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ");
const sameLines = (text: string): string => text.replace(/\r\n?|[\u2028\u2029]/g, "\n");

/** `value` with `tidy` made of each text that the one before does not have: what was saved is not decoded a second time. */
function changed(value: unknown, previous: unknown, tidy: (text: string) => string): unknown {
  const before = new Set([previous].flat());
  const tidied = (each: unknown) => (typeof each === "string" && !before.has(each) ? tidy(each) : each);
  return Array.isArray(value) ? value.map(tidied) : tidied(value);
}

/** For a text of one line, and a list of such texts. */
export const tidyLine: FieldHook = ({ previousValue, value }) =>
  changed(value, previousValue, (text) => oneLine(plainRecord(text)));

/** For a text of one or two sentences, whose line breaks readers see. */
export const tidySentences: FieldHook = ({ previousValue, value }) =>
  changed(value, previousValue, (text) => sameLines(plainRecord(text)));

type Node = { text?: unknown; children?: unknown };

const textsIn = (node: unknown): string[] =>
  isData(node)
    ? [
        ...(typeof node.text === "string" ? [node.text] : []),
        ...(Array.isArray(node.children) ? node.children.flatMap(textsIn) : []),
      ]
    : [];

/** For rich text: each piece of text in it. */
export const tidyProse: FieldHook = ({ previousValue, value }) => {
  if (!isData(value) || !isData(value.root)) return value;
  const before = textsIn((previousValue as { root?: unknown } | null | undefined)?.root);
  const tidied = (node: unknown): unknown => {
    if (!isData(node)) return node;
    const { text, children } = node as Node;
    return {
      ...node,
      ...(typeof text === "string" ? { text: changed(text, before, plainRecord) } : {}),
      ...(Array.isArray(children) ? { children: children.map(tidied) } : {}),
    };
  };
  return { ...value, root: tidied(value.root) };
};
