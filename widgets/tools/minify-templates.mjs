/** A Vite plugin that takes needless white space out of Lit's `html` and `css` templates. It never changes what is shown. */

export const minifyTemplates = () => ({
  name: "minify-templates",
  transform(code, id) {
    if (id.includes("node_modules") || !/\b(?:html|css)`/.test(code)) return null;
    const edits = [];
    visit(this.parse(code), (node) => {
      if (node.type !== "TaggedTemplateExpression") return;
      const shorten = { html: shortenHtml, css: shortenCss }[node.tag.name];
      if (shorten) for (const quasi of node.quasi.quasis) edits.push({ ...spanOf(quasi), shorten });
    });
    edits.sort((a, b) => b.start - a.start);
    for (const { start, end, shorten } of edits)
      code = code.slice(0, start) + shorten(code.slice(start, end)) + code.slice(end);
    return { code, map: null };
  },
});

/** Between inline elements white space shows as one space, so one space stays. */
const shortenHtml = (text) => text.replace(/\s+/g, " ");

const shortenCss = (text) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};>]) ?/g, "$1")
    .replace(/;}/g, "}")
    // Behind a colon or comma, and the nought of 0.5; what is in quotes is shown.
    .replace(/("[^"]*")|([:,]) |(?<![\d.])0(?=\.\d)/g, (_, quoted = "", mark = "") => quoted + mark);

/** The position of a template's static text. Some parsers include the delimiters. */
function spanOf({ start, end, value }) {
  const first = end - start === value.raw.length ? start : start + 1;
  return { start: first, end: first + value.raw.length };
}

function visit(node, see) {
  if (Array.isArray(node)) {
    for (const child of node) visit(child, see);
  } else if (node && typeof node.type === "string") {
    see(node);
    for (const key in node) if (typeof node[key] === "object") visit(node[key], see);
  }
}
