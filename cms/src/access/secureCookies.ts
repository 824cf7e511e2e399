/** Session cookies are `Secure` when the public address is https; `http://localhost` must still work. */
import type { Plugin } from "payload";

export const secureCookies =
  (publicUrl: string): Plugin =>
  (config) => ({
    ...config,
    collections: (config.collections ?? []).map((collection) =>
      typeof collection.auth === "object"
        ? {
            ...collection,
            auth: {
              ...collection.auth,
              cookies: { ...collection.auth.cookies, secure: publicUrl.startsWith("https:") },
            },
          }
        : collection,
    ),
  });
