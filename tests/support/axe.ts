/** What axe finds on a page, in any engine. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

export const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** A function, because a page's policy lets no text become code. */
const loadAxe = new Function(
  readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"),
) as () => void;

type Evaluated = {
  evaluate<R, A = undefined>(read: (argument: A) => R | Promise<R>, argument?: A): Promise<R>;
};

/** What axe finds, with the answers as they are and with all of them open. */
export async function violations(page: Evaluated, rules = [...WCAG, "best-practice"]): Promise<string[]> {
  await page.evaluate(loadAxe);
  return page.evaluate(async (runOnly) => {
    type Violation = { id: string; nodes: { target: unknown; failureSummary?: string }[] };
    const { axe } = window as unknown as {
      axe: { run(root: Document, options: object): Promise<{ violations: Violation[] }> };
    };
    const find = async () => {
      const result = await axe.run(document, { runOnly });
      return result.violations.map(({ id, nodes }) => {
        const places = nodes
          .slice(0, 3)
          .map((node) => `${JSON.stringify(node.target)} ${node.failureSummary}`);
        return `${id}: ${places.join(" | ")}`;
      });
    };
    const closed = await find();
    for (const host of document.querySelectorAll("*"))
      for (const details of host.shadowRoot?.querySelectorAll("details") ?? []) details.open = true;
    return [...closed, ...(await find())];
  }, rules);
}
