/** Rich text as the admin's editor saves it, from plain paragraphs and lists. */

type Node = Record<string, unknown>;
type Prose = string | { type: "paragraph"; text: string } | { type: "list"; items: string[] };

const block = (type: string, children: Node[], more: Node = {}): Node => ({
  type,
  direction: "ltr",
  format: "",
  indent: 0,
  version: 1,
  ...more,
  children,
});
const text = (value: string): Node => ({
  type: "text",
  text: value,
  format: 0,
  detail: 0,
  mode: "normal",
  style: "",
  version: 1,
});
const paragraph = (value: string): Node =>
  block("paragraph", [text(value)], { textFormat: 0, textStyle: "" });
const list = (items: string[]): Node =>
  block(
    "list",
    items.map((item, index) => block("listitem", [text(item)], { value: index + 1 })),
    { listType: "bullet", tag: "ul", start: 1 },
  );

/** One document of the editor. A string is a paragraph. */
export function richText(prose: string | Prose[]): { root: Node } {
  const parts = typeof prose === "string" ? [prose] : prose;
  return {
    root: block(
      "root",
      parts.map((part) =>
        typeof part === "string"
          ? paragraph(part)
          : part.type === "list"
            ? list(part.items)
            : paragraph(part.text),
      ),
    ),
  };
}
