"use client";

import { ServerFunctionsProvider, useServerFunctions } from "@payloadcms/ui";
import type { ServerFunctionClient } from "payload";
import { type ReactNode, useCallback } from "react";
import { nameOf, openForms } from "./thisWindow.ts";

/** Notes every question of a form that locks its document, so that the lock can go when the form is left meanwhile. */
export function FollowLocks({ children }: { children?: ReactNode }) {
  const { serverFunction } = useServerFunctions();
  const followed: ServerFunctionClient = useCallback(
    (call) => {
      const answer = Promise.resolve(serverFunction(call));
      const document = call.args.returnLockStatus === true ? nameOf(call.args) : undefined;
      if (document) openForms.ask(document, answer);
      return answer;
    },
    [serverFunction],
  );
  return <ServerFunctionsProvider serverFunction={followed}>{children}</ServerFunctionsProvider>;
}
