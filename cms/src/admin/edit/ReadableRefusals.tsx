"use client";

import { ServerFunctionsProvider, useServerFunctions } from "@payloadcms/ui";
import type { ServerFunctionClient } from "payload";
import { type ReactNode, useCallback } from "react";
import { isRefusal } from "./refusal.ts";
import { session } from "./thisWindow.ts";

/** Throws what a server function refused, with its sentence: Payload's forms show the message of what is thrown. */
export function ReadableRefusals({ children }: { children?: ReactNode }) {
  const { serverFunction } = useServerFunctions();
  const readable: ServerFunctionClient = useCallback(
    async (call) => {
      const answer = await Promise.resolve(serverFunction(call)).catch((error: unknown) => {
        // Next says nothing of why: it may be that nobody is logged in any more.
        void session.check();
        throw error;
      });
      if (isRefusal(answer)) throw new Error(answer.refused);
      return answer;
    },
    [serverFunction],
  );
  return <ServerFunctionsProvider serverFunction={readable}>{children}</ServerFunctionsProvider>;
}
