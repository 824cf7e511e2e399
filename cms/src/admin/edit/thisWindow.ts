"use client";

/** What the parts of the admin share in one window: its saves and its open forms. */
import { Session } from "../session/session.ts";
import { OpenForms } from "./openForms.ts";
import { Saves } from "./saves.ts";

/** Where Payload's REST API is, as nothing in our configuration changes it. */
export const API = "/api";

/** The event of the window right before a save or publish that somebody asked for. */
export const BEFORE_SAVE = "clinic-before-save";

/** Payload's own `fetch` of the browser, before anything of ours is put around it. */
const send: typeof fetch = (input, init) => browserFetch(input, init);
const browserFetch: typeof fetch =
  typeof window === "undefined"
    ? () => Promise.reject(new Error("There is no browser."))
    : window.fetch.bind(window);

export const saves = new Saves(API, send);

/** Whether the login of this window is still there. */
export const session = new Session(API, send);

/** The own locks of a document: nobody may delete another person's. */
export const openForms = new OpenForms((document) => {
  const [collection = "", id = ""] = document.split("/");
  const where: Record<string, string> =
    collection === "globals"
      ? { "where[globalSlug][equals]": id }
      : {
          "where[and][0][document.relationTo][equals]": collection,
          "where[and][1][document.value][equals]": id,
        };
  const query = new URLSearchParams(where);
  // Also while the page goes away.
  return fetch(`${API}/payload-locked-documents?${query}`, {
    method: "DELETE",
    credentials: "include",
    keepalive: true,
  });
});

/** How `saves` and `openForms` name a document. */
export function nameOf(doc: {
  collectionSlug?: string;
  globalSlug?: string;
  id?: string | number;
}): string | undefined {
  if (doc.globalSlug) return `globals/${doc.globalSlug}`;
  return doc.collectionSlug && doc.id !== undefined ? `${doc.collectionSlug}/${doc.id}` : undefined;
}
