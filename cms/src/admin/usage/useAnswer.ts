"use client";

import { useConfig, useDocumentInfo } from "@payloadcms/ui";
import { useEffect, useState } from "react";

/** Asks `path` (below the API) again after each save; `undefined` while waiting, `null` when there was no answer. */
export function useAnswer<T>(path: string | undefined): T | null | undefined {
  const { config } = useConfig();
  const { lastUpdateTime, hasPublishedDoc } = useDocumentInfo();
  const [answer, setAnswer] = useState<T | null>();
  // A save or a publish changes what the server would say, so it changes the address.
  const url = path && `${config.routes.api}${path}?saved=${lastUpdateTime}&public=${hasPublishedDoc}`;

  useEffect(() => {
    if (!url) return;
    const abort = new AbortController();
    fetch(url, { signal: abort.signal, credentials: "include" })
      .then(async (response) => setAnswer(response.ok ? ((await response.json()) as T) : null))
      .catch(() => {
        if (!abort.signal.aborted) setAnswer(null);
      });
    return () => abort.abort();
  }, [url]);

  return answer;
}
