"use client";

import { type ReactNode, useEffect } from "react";
import { nameControls } from "./nameControls.ts";
import { tieErrors } from "./tieErrors.ts";

const tidy = () => {
  nameControls(document);
  tieErrors(document);
};

/** Names the controls of the admin that Payload leaves without a name and ties errors to their fields, also in drawers and toolbars that come later. */
export function NamedControls({ children }: { children?: ReactNode }) {
  useEffect(() => {
    let drawing: number | undefined;
    const observer = new MutationObserver(() => {
      drawing ??= requestAnimationFrame(() => {
        drawing = undefined;
        tidy();
      });
    });
    observer.observe(document.body, { childList: true, subtree: true });
    tidy();
    return () => {
      observer.disconnect();
      if (drawing !== undefined) cancelAnimationFrame(drawing);
    };
  }, []);
  return children;
}
