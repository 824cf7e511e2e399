"use client";

import { ServerFunctionsProvider, useServerFunctions } from "@payloadcms/ui";
import type { ServerFunctionClient } from "payload";
import { type ReactNode, useCallback } from "react";
import { isRefusal } from "./refusal.ts";

/** Throws what a server function refused, with its sentence: Payload's forms show the message of what is thrown. */
export function ReadableRefusals({ children }: { children?: ReactNode }) {
  const { serverFunction } = useServerFunctions();
  const readable: ServerFunctionClient = useCallback(
    async (call) => {
      const answer = await serverFunction(call);
      if (isRefusal(answer)) throw new Error(answer.refused);
      return answer;
    },
    [serverFunction],
  );
  return <ServerFunctionsProvider serverFunction={readable}>{children}</ServerFunctionsProvider>;
}
