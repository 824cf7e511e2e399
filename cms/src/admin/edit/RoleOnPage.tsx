"use client";

import { type ReactNode, useEffect } from "react";
import { useRole } from "./role.ts";

/** Writes the role on the page, so that the style sheet can leave out what a list offers and the role may not do. */
export function RoleOnPage({ children }: { children?: ReactNode }) {
  const role = useRole();
  useEffect(() => {
    document.documentElement.dataset.role = role ?? "";
  }, [role]);
  return children;
}
