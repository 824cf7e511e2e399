"use client";

import { useConfig, useDocumentInfo, useFormModified } from "@payloadcms/ui";
import { useEffect, useRef } from "react";

/** Long enough for the next page to be there, so that a page that is only rendered again does not count as left. */
const LEFT_AFTER_MS = 500;

/** Shows nothing. When a new document is left without a letter typed, it asks the server to take it away. */
export function EmptyDraft() {
  const { collectionSlug, hasPublishedDoc, id, versionCount } = useDocumentInfo();
  const { config } = useConfig();
  const isModified = useFormModified();
  const wasModified = useRef(false);
  wasModified.current ||= isModified;
  const mayBeEmpty = useRef(false);
  mayBeEmpty.current = !hasPublishedDoc && versionCount <= 1 && !wasModified.current;
  const isOpen = useRef(false);

  useEffect(() => {
    if (!id) return;
    isOpen.current = true;
    return () => {
      isOpen.current = false;
      if (!mayBeEmpty.current) return;
      const url = `${config.routes.api}/remove-if-empty/${collectionSlug}/${id}`;
      setTimeout(() => {
        if (isOpen.current || window.location.pathname.includes(String(id))) return;
        // It stays in the list if the server cannot be reached: nothing is lost by that.
        fetch(url, { method: "POST", credentials: "include", keepalive: true }).catch(() => {});
      }, LEFT_AFTER_MS);
    };
  }, [collectionSlug, config.routes.api, id]);

  return null;
}
