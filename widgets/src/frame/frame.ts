/**
 * Runs in frames alone: tells the page around one how high its content is, on the screen and on paper, at once and whenever
 * that changes. The page can then give the frame that height (the admin prints the lines that do).
 *
 * The message is for whoever frames us (`*`): a frame cannot know who that is, and two numbers say neither topic nor condition
 * nor address.
 */

/** What the page around a frame gets as a message. Heights are in CSS pixels, rounded up. */
type HeightMessage = {
  type: "clinic-height";
  /** Of the content as it is shown now. */
  height: number;
  /** Of the content on paper, where all answers are open. */
  print: number;
};

/**
 * Nobody can tell before it is printed how wide a frame will be on paper. A4 and Letter leave some 700 pixels, a page's
 * own margins less; text that is set wider is lower.
 */
const PAPER_WIDTH = 600;
/** How long the page around us may take to follow. */
const PATIENCE_MS = 500;

const root = document.documentElement;
let told: HeightMessage | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
/** The last measurement for paper, which takes a slow phone a tenth of a second: answers that open do not change it. */
let onPaper: { width: number; height: number } | undefined;

/** Of the content, however high the frame is: so what we tell never depends on what came of it. */
const measure = (): number => Math.ceil(root.getBoundingClientRect().height);

/**
 * Page and browser have no turn between the beginning of printing and the paper's layout, so this is known before: the
 * rules for paper hold on the screen for as long as it takes to measure.
 */
function measureOnPaper(): number {
  const rules = sheets()
    .flatMap(rulesOf)
    .filter((rule) => rule instanceof CSSMediaRule && rule.media.mediaText === "print") as CSSMediaRule[];
  const { scrollX: left, scrollY: top } = window;
  for (const { media } of rules) media.mediaText = "all";
  root.style.maxWidth = `${PAPER_WIDTH}px`;
  const height = measure();
  root.style.maxWidth = "";
  for (const { media } of rules) media.mediaText = "print";
  // What is lower on paper may have moved a reader who scrolls in the frame.
  if (scrollY !== top) scrollTo({ left, top, behavior: "instant" });
  return height;
}

const sheets = (): CSSStyleSheet[] =>
  [...document.body.children].flatMap(({ shadowRoot }) => [
    ...(shadowRoot?.styleSheets ?? []),
    ...(shadowRoot?.adoptedStyleSheets ?? []),
  ]);

/** None where a partner's host hands the frame on and its style sheet is linked: that is not theirs to read. */
function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}

function tell(): void {
  const width = Math.min(root.clientWidth, PAPER_WIDTH);
  if (onPaper?.width !== width) onPaper = { width, height: measureOnPaper() };
  const message: HeightMessage = { type: "clinic-height", height: measure(), print: onPaper.height };
  if (message.height === told?.height && message.print === told.print) return;
  told = message;
  parent.postMessage(message, "*");
  settle();
}

/** When there is other content, or its style sheet has come. */
function measureAnew(): void {
  onPaper = undefined;
  tell();
}

/**
 * In a frame that is as high as we said nothing is scrolled: a scroll bar that comes for the moment until the page follows
 * would make the content narrower, and so higher. Where the page does not follow there is one.
 */
function settle(): void {
  const isWhole = told !== undefined && innerHeight >= told.height;
  clearTimeout(timer);
  if (isWhole) root.style.overflowY = "hidden";
  else
    timer = setTimeout(() => {
      root.style.overflowY = "";
    }, PATIENCE_MS);
}

if (parent !== window) {
  tell();
  new ResizeObserver(tell).observe(root);
  // Not the observer alone, which browsers put off in a frame that is out of sight.
  document.addEventListener("clinic-load", measureAnew);
  addEventListener("load", measureAnew);
  addEventListener("resize", settle);
  // A script of the page that comes late has missed what was told, and asks.
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.type !== "clinic-height") return;
    told = undefined;
    tell();
  });
}
