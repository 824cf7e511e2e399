/** What every reader of the contract needs, without zod: types, addresses, placeholders and small guards. */

export * from "./direction.ts";
export * from "./guards.ts";
export * from "./hidden.ts";
export * from "./html.ts";
export * from "./opening-hours.ts";
export * from "./placeholders.ts";
export * from "./slug.ts";
export type * from "./types.ts";
export * from "./urls.ts";
