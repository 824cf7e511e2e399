/** What a reader did to markup that is about to be replaced: which parts are open, and where the focus is. */

/** Notes the state of `root` and returns a function that restores it once new markup is in place. */
export function rememberMarkupState(root: ShadowRoot): () => void {
  const details = [...root.querySelectorAll("details")].map((one) => ({
    place: placeOf(one),
    open: one.open,
  }));
  const focused = root.activeElement && placeOf(root.activeElement);
  return () => {
    for (const { place, open } of details) find(root, place)?.toggleAttribute("open", open);
    if (focused) (find(root, focused) as HTMLElement | undefined)?.focus({ preventScroll: true });
  };
}

/** Identifies an element by the nearest id around it, its tag, and its index among those of the same tag there. */
type Place = { id: string | undefined; tag: string; index: number };

function placeOf(element: Element): Place {
  const id = idAround(element);
  const tag = element.localName;
  return { id, tag, index: peers(element.getRootNode() as ShadowRoot, id, tag).indexOf(element) };
}

const find = (root: ShadowRoot, { id, tag, index }: Place): Element | undefined =>
  peers(root, id, tag)[index];

const peers = (root: ShadowRoot, id: string | undefined, tag: string): Element[] =>
  [...root.querySelectorAll(tag)].filter((element) => idAround(element) === id);

const idAround = (element: Element): string | undefined => element.closest("[id]")?.id;
