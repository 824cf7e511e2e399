/** What a reader did to markup that is about to be replaced: which parts are open, and where the focus is. */

/** Notes the state of `root` and returns a function that brings it back once new markup stands there. */
export function rememberMarkupState(root: ShadowRoot): () => void {
  const open = [...root.querySelectorAll("details")].filter((details) => details.open).map(placeOf);
  const closed = [...root.querySelectorAll("details")].filter((details) => !details.open).map(placeOf);
  const focused = root.activeElement && placeOf(root.activeElement);
  return () => {
    for (const place of open) (find(root, place) as HTMLDetailsElement | undefined)?.setAttribute("open", "");
    for (const place of closed) find(root, place)?.removeAttribute("open");
    if (focused) (find(root, focused) as HTMLElement | undefined)?.focus({ preventScroll: true });
  };
}

/** An element told by the nearest id around it, its tag, and its place among those of the same tag. */
type Place = { id: string | undefined; tag: string; index: number };

function placeOf(element: Element): Place {
  const around = element.closest("[id]");
  const scope = around ?? (element.getRootNode() as ShadowRoot);
  return {
    id: around?.id,
    tag: element.localName,
    index: sameTag(scope, element.localName).indexOf(element),
  };
}

function find(root: ShadowRoot, { id, tag, index }: Place): Element | undefined {
  const scope = id === undefined ? root : root.getElementById(id);
  return scope ? sameTag(scope, tag)[index] : undefined;
}

/** `scope` itself, if it has the tag, then what is in it. */
const sameTag = (scope: Element | ShadowRoot, tag: string): Element[] => [
  ...(scope instanceof Element && scope.localName === tag ? [scope] : []),
  ...scope.querySelectorAll(tag),
];
