"use client";

import { useAuth } from "@payloadcms/ui";
import type { Role } from "../../access/roles.ts";

/** The role of whoever is logged in. What a role may do is decided by the server; this only spares people a refusal. */
export function useRole(): Role | undefined {
  const { user } = useAuth();
  return (user as { role?: Role } | null)?.role;
}

/** Whether the person may publish, take back and trash. */
export function usePublishes(): boolean {
  const role = useRole();
  return role === "administrator" || role === "editor";
}
