/** What people copy, as their programs put it on the clipboard, shortened; and what a text makes of it. */
import { Window } from "happy-dom";
import { expect, it } from "vitest";
import { sentenceOn } from "./pieces.ts";
import { readPasted } from "./readPasted.ts";
import { writeHtml } from "./writeHtml.ts";

function paste(html: string, { headings = true } = {}): { html: string; notice: string | undefined } {
  const { document } = new Window();
  document.body.innerHTML = html;
  const { pieces, leftOut } = readPasted(document.body as unknown as Element);
  return { html: writeHtml(pieces, { headings }), notice: sentenceOn(leftOut) };
}

/** An item as Word copies it; the marker is what Word draws before it. */
const word = (level: number, marker: string, text: string) =>
  `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;

it.each([
  [
    "bullets of Word",
    word(1, "·", "Warm up") + word(1, "·", "Rest"),
    "<ul><li>Warm up</li><li>Rest</li></ul>",
  ],
  [
    "nested bullets of Word",
    word(1, "·", "Warm up") + word(2, "o", "Walk") + word(2, "o", "Jog") + word(1, "·", "Rest"),
    "<ul><li>Warm up<ul><li>Walk</li><li>Jog</li></ul></li><li>Rest</li></ul>",
  ],
  [
    "numbers of Word that go on after a note",
    `${word(1, "1.", "Warm up")}<p class=MsoNormal>A note.</p>${word(1, "2.", "Rest")}`,
    '<ol><li>Warm up</li></ol><p>A note.</p><ol start="2"><li>Rest</li></ol>',
  ],
  ["letters of Word", word(1, "a)", "One") + word(1, "b)", "Two"), "<ol><li>One</li><li>Two</li></ol>"],
  [
    "Roman numbers of Word",
    word(1, "i.", "One") + word(1, "ii.", "Two") + word(1, "iii.", "Three") + word(1, "iv.", "Four"),
    "<ol><li>One</li><li>Two</li><li>Three</li><li>Four</li></ol>",
  ],
  [
    "two lists of Word, one after the other",
    word(1, "1.", "One") + word(1, "2.", "Two") + word(1, "1.", "Another"),
    "<ol><li>One</li><li>Two</li></ol><ol><li>Another</li></ol>",
  ],
  [
    "a numbered heading of Word",
    "<h1 style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.</span>Aims</h1><p class=MsoNormal>Text.</p>",
    "<h3>Aims</h3><p>Text.</p>",
  ],
  [
    "lists of Word for the web",
    '<div class="ListContainerWrapper"><ul><li data-aria-level="1"><p><span>One</span></p></li></ul></div><div class="ListContainerWrapper"><ul><li data-aria-level="2"><p>Deeper</p></li></ul></div>',
    "<ul><li>One<ul><li>Deeper</li></ul></li></ul>",
  ],
  [
    "lists of Google Docs",
    '<b style="font-weight:normal;" id="docs-internal-guid-1"><ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400">One</span></p></li><ul><li dir="ltr" aria-level="2"><p role="presentation"><span style="font-weight:700">Two</span></p></li></ul></ul></b>',
    "<ul><li>One<ul><li><strong>Two</strong></li></ul></li></ul>",
  ],
  [
    "a numbered list of a web page",
    "<ol start=3><li>Three<ul><li>Deeper</li></ul></li><li><p>Four</p><p>and more</p></li></ol>",
    '<ol start="3"><li>Three<ul><li>Deeper</li></ul></li><li>Four<br>and more</li></ol>',
  ],
  [
    "bullets that were typed",
    "<p>• One</p><p>•&nbsp;Two</p><p>Text</p>",
    "<ul><li>One</li><li>Two</li></ul><p>Text</p>",
  ],
  [
    "bold and italic by style",
    '<p><span style="font-weight:700">Bold</span> and <span style="font-style:italic">slanted</span></p>',
    "<p><strong>Bold</strong> and <em>slanted</em></p>",
  ],
  [
    "raised and lowered figures",
    '<p>10<span style="vertical-align:super">5</span>, VO<sub>2</sub></p>',
    "<p>10<sup>5</sup>, VO<sub>2</sub></p>",
  ],
  [
    "headings of a page, by their order",
    "<h2><b>First</b></h2><h4>Second</h4><h6>Third</h6>",
    "<h3>First</h3><h4>Second</h4><h4>Third</h4>",
  ],
  ["lines of one paragraph", "<p>One<br>Two</p><p><br></p><p>&nbsp;</p>", "<p>One<br>Two</p>"],
  [
    "text in blocks without paragraphs",
    "<div>One</div><div>Two <div>Three</div></div>",
    "<p>One</p><p>Two</p><p>Three</p>",
  ],
  ["words without any block", "<span>Only a <b>word</b></span>", "<p>Only a <strong>word</strong></p>"],
  [
    "a link, and one that was wrapped",
    '<p><a href="https://example.org/a?b=1&amp;c=2">One</a> <a href="https://www.google.com/url?q=https://example.org/&amp;sa=D">Two</a></p>',
    '<p><a href="https://example.org/a?b=1&#38;c=2">One</a> <a href="https://example.org/">Two</a></p>',
  ],
  [
    "a layout of one column",
    "<table><tr><td><p>One</p></td></tr><tr><td>Two</td></tr></table>",
    "<p>One</p><p>Two</p>",
  ],
  [
    "what nobody saw",
    '<style>p{}</style><p>Seen<span style="display:none">hidden</span><span style="mso-hide:all">hidden</span><!-- c --></p><script>1</script>',
    "<p>Seen</p>",
  ],
  ["signs that HTML uses", "<p>&lt;b&gt; &amp; 5 &lt; 6</p>", "<p>&#60;b&#62; &#38; 5 &#60; 6</p>"],
  ["an emoji that is a picture", '<p>Well done <img alt="💪" src="x.png"></p>', "<p>Well done 💪</p>"],
])("%s", (_, copied, expected) => {
  expect(paste(copied)).toEqual({ html: expected, notice: undefined });
});

it("makes bold lines of headings where a field has none", () => {
  expect(paste("<h1>Aims</h1><p>Text.</p>", { headings: false }).html).toBe(
    "<p><strong>Aims</strong></p><p>Text.</p>",
  );
});

it.each([
  [
    "struck-out words",
    "<p>Keep <s>drop</s> and <span style='text-decoration:line-through'>this</span></p>",
    "<p>Keep and</p>",
    "2 struck-out passages",
  ],
  [
    "words that were deleted with changes followed",
    "<p>Keep <del>drop</del><ins>new</ins></p>",
    "<p>Keep new</p>",
    "1 struck-out passage",
  ],
  [
    "a table",
    "<p>Before</p><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table><p>After</p>",
    "<p>Before</p><p>After</p>",
    "1 table",
  ],
  [
    "pictures",
    "<p>Text <img src='a.png' alt='A knee'><img src='b.png'></p><img width=1 height=1 src=c>",
    "<p>Text</p>",
    "2 pictures",
  ],
  [
    "a video",
    "<p>Text</p><iframe src='https://video.example'></iframe>",
    "<p>Text</p>",
    "1 video or other embedded part",
  ],
  ["a button", "<p>Text <button>Share</button></p>", "<p>Text</p>", "1 button or form field"],
  [
    "links of the page itself",
    "<p>See <a href='#_ftn1'>1</a> and <a href='file:///C:/a.docx'>this</a></p>",
    "<p>See 1 and this</p>",
    "the targets of links, which only work where they were copied",
  ],
  [
    "several kinds",
    "<p>x <s>y</s></p><table><tr><td>1<td>2</table><img src=a>",
    "<p>x</p>",
    "1 table, 1 picture, and 1 struck-out passage",
  ],
])("names what a text cannot hold: %s", (_, copied, html, named) => {
  const pasted = paste(copied);

  expect(pasted.html).toBe(html);
  expect(pasted.notice).toContain(`Pasted without ${named}, because a text cannot hold them.`);
  expect(pasted.notice?.includes("Write a table as a list")).toBe(named.includes("table"));
});
