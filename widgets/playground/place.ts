/** Brings a reader back to the sample that was in sight before the page was loaded again: what is above may have another height. */
const KEY = "playground-place";

const samples = () => [...document.querySelectorAll<HTMLElement>("article[id]")];

export function keepPlace(): void {
  const first = samples().find((sample) => sample.getBoundingClientRect().bottom > 0);
  if (!first || scrollY === 0) {
    sessionStorage.removeItem(KEY);
    return;
  }
  const { top } = first.getBoundingClientRect();
  sessionStorage.setItem(KEY, JSON.stringify({ id: first.id, top }));
}

/** Without a place to return to, it goes to the sample that the address names. */
export function returnToPlace(): void {
  const stored = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  const { id, top } = stored
    ? (JSON.parse(stored) as { id: string; top: number })
    : { id: location.hash.slice(1), top: 0 };
  const sample = samples().find((each) => each.id === id);
  if (!sample) return;
  if (stored) scrollBy({ top: sample.getBoundingClientRect().top - top, behavior: "instant" });
  else sample.scrollIntoView();
}
history.scrollRestoration = "manual";
