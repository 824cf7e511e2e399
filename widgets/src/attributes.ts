/** Reading attributes: odd values fall back to the default. */

/** `value` when it is one of `allowed`, else `fallback`. */
export function oneOf<T, F>(value: unknown, allowed: readonly T[], fallback: F): T | F {
  return (allowed as readonly unknown[]).includes(value) ? (value as T) : fallback;
}

/** A heading level from 2 to 6; 2 when it is anything else. */
export const headingLevelOf = (value: unknown): number => oneOf(Number(value), [2, 3, 4, 5, 6], 2);
