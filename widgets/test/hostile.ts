/** Content as an attacker who got hold of an editor's account would write it: hostile addresses and texts everywhere. */

/** Addresses that a browser would run, or that do not look like it. */
export const HOSTILE_URLS = [
  "javascript:alert(1)",
  "JavaScript:alert(1)",
  " \tjavascript:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:alert(1)",
];

const HOSTILE_TEXT = `</style></template><script>hacked()</script><img src=x onerror="hacked()">'"\``;

/** A copy of `value` with every address replaced by `url`, and hostile text, or another, behind every text. */
export function hostile<T>(value: T, url: string, behind = HOSTILE_TEXT): T {
  const walk = (each: unknown, key: string): unknown => {
    if (Array.isArray(each)) return each.map((one) => walk(one, key));
    if (typeof each === "object" && each !== null)
      return Object.fromEntries(Object.entries(each).map(([name, one]) => [name, walk(one, name)]));
    if (/url$/i.test(key)) return url;
    return typeof each === "string" && !STRUCTURAL.has(key) ? each + behind : each;
  };
  return walk(value, "") as T;
}

/** Fields that identify a thing and are not shown as text. */
const STRUCTURAL = new Set([
  ...["kind", "block", "type", "group", "view", "status", "design", "directness", "version", "locale"],
  ...["timezone", "day", "opens", "closes", "reviewedOn", "nextReviewOn", "topic", "clinic"],
]);
