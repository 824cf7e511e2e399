"use client";

import { UnpublishButton as PayloadUnpublishButton } from "@payloadcms/ui";
import { usePublishes } from "./role.ts";

/** Takes an item off all sites, for those who may. */
export function UnpublishButton() {
  return usePublishes() ? <PayloadUnpublishButton /> : null;
}
