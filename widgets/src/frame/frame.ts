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
  const message: HeightMessage = { type: "clinic-height", height: measure(), print: measureOnPaper() };
  if (message.height === told?.height && message.print === told.print) return;
  told = message;
  parent.postMessage(message, "*");
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (!isWhole()) root.style.overflowY = "";
  }, PATIENCE_MS);
}

const isWhole = (): boolean => told !== undefined && innerHeight >= told.height;

/**
 * In a frame that is as high as we said nothing is scrolled: a scroll bar that comes for the moment until the page follows
 * would make the content narrower, and so higher.
 */
function hideScrollBar(): void {
  if (isWhole()) root.style.overflowY = "hidden";
}

if (parent !== window) {
  tell();
  new ResizeObserver(tell).observe(root);
  // Of a frame that is out of sight browsers put off the observer.
  document.addEventListener("clinic-load", tell);
  addEventListener("resize", hideScrollBar);
  // A script of the page that comes late has missed what was told, and asks.
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.type !== "clinic-height") return;
    told = undefined;
    tell();
  });
}
