/**
 * Holds in view what the page's address names while the page still grows, until the reader goes elsewhere. Safari's engine
 * does not do that at all (scroll anchoring), and the others lose the place when several lists above it are drawn.
 */

/** What readers do to move on. */
const ACTS = ["wheel", "touchmove", "keydown", "mousedown"];

type Held = { keep(): void; release(): void };

/** There is one place on a page. */
let held: Held | undefined;

export const isHeld = (): boolean => held !== undefined;

/** For whoever has drawn something: the observer below is late, or sees nothing where the page's body has a fixed height. */
export const keepHeldPlace = (): void => held?.keep();

export const releaseHeldPlace = (): void => held?.release();

/** Scrolls to what `find` returns, and again whenever the page has grown. */
export function holdInView(find: () => Element | undefined): void {
  const topOf = () => find()?.getBoundingClientRect().top ?? 0;
  let top = 0;
  hold(
    (behavior) => {
      find()?.scrollIntoView({ behavior });
      top = topOf();
    },
    () => Math.abs(topOf() - top) < 3,
  );
}

/** Keeps the page scrolled to where the browser has brought back a reader, who knows it with all its content. */
function holdScroll(): void {
  const top = scrollY;
  hold(
    (behavior) => scrollTo({ top, behavior }),
    () => Math.abs(scrollY - top) < 3,
  );
}

function hold(go: (behavior: ScrollBehavior) => void, isThere: () => boolean): void {
  releaseHeldPlace();
  const page = document.documentElement;
  let height = 0;
  const keep = (behavior: ScrollBehavior = "instant") => {
    if (page.scrollHeight === height) return;
    go(behavior);
    height = page.scrollHeight;
  };
  /** By a scroll bar, a search, or a script: nothing has grown, and yet the place is elsewhere. */
  const handleScroll = () => {
    const isSmooth = getComputedStyle(page).scrollBehavior === "smooth";
    if (!isSmooth && page.scrollHeight === height && !isThere()) release();
  };
  const growth = new ResizeObserver(() => keep());
  const release = () => {
    held = undefined;
    growth.disconnect();
    window.removeEventListener("scroll", handleScroll);
    for (const type of ACTS) window.removeEventListener(type, release);
  };
  held = { keep, release };
  // As the page scrolls, if it is smooth.
  keep("auto");
  growth.observe(document.body);
  window.addEventListener("scroll", handleScroll, { passive: true });
  for (const type of ACTS) window.addEventListener(type, release, { passive: true });
}

/** Whether the page is scrolled to `target`, which is a part of the page itself. */
export function isScrolledTo(target: Element): boolean {
  const { top } = target.getBoundingClientRect();
  if (top < -2 || top > innerHeight) return false;
  const [x, y] = [scrollX, scrollY];
  // Only the browser knows all margins and paddings that count.
  target.scrollIntoView({ behavior: "instant" });
  const isThere = Math.abs(scrollY - y) <= 2;
  scrollTo({ left: x, top: y, behavior: "instant" });
  return isThere;
}

/** Where the reader was when the page came to its address, and whether they may be taken to what it names. */
const arrival = { address: "", y: 0, hasComeBack: false };
let lastLink: Event | undefined;

/** Takes note of the page's address, if it is new. */
export function noteAddress(): void {
  if (arrival.address === location.href) return;
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const isOfDocument =
    arrival.address === "" && navigation?.name.split("#")[0] === location.href.split("#")[0];
  arrive(isOfDocument ? 0 : scrollY, isOfDocument && /^(back|reload)/.test(navigation?.type ?? ""));
  // At the end of the page, which is still short, the browser may not be done.
  const isAtEnd = scrollY + innerHeight > document.documentElement.scrollHeight - 3;
  if (arrival.hasComeBack && scrollY > 0 && !isAtEnd && !restoresByAnchor()) holdScroll();
}

/**
 * Chromium brings a reader back to what they saw, whatever its height above the page's start is then, and follows it as the
 * page grows; of frames, and the other engines of all pages, the height alone is restored.
 */
const restoresByAnchor = (): boolean =>
  parent === window && CSS.supports("overflow-anchor", "auto") && !CSS.supports("-moz-appearance", "none");

/** The reader has followed a link on the page. All elements hear of it. */
export function noteLink(event: Event): void {
  if (event === lastLink) return;
  lastLink = event;
  releaseHeldPlace();
  arrive(scrollY, false);
}

/** The reader has come back to an earlier address of this document. */
export const noteReturn = (): void => arrive(scrollY, true);

function arrive(y: number, hasComeBack: boolean): void {
  Object.assign(arrival, { address: location.href, y, hasComeBack });
}

/**
 * Whether the address may take the reader somewhere: not who has come back, and not who has scrolled. To a part of the page
 * itself the browser scrolls, so that the place says nothing then.
 */
export const isReaderMovable = (isToPartOfPage = false): boolean =>
  !arrival.hasComeBack && (isHeld() || isToPartOfPage || scrollY < 3 || Math.abs(scrollY - arrival.y) < 3);
