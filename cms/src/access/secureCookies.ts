/** Logins travel over HTTPS alone wherever the CMS is reached over it; `http://localhost` must go on working. */
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
