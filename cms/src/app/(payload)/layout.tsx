/** The frame that Payload needs around its admin pages. */
import config from "@payload-config";
import "@payloadcms/next/css";
import { handleServerFunctions, RootLayout } from "@payloadcms/next/layouts";
import type { ServerFunctionClient } from "payload";
import type { ReactNode } from "react";
import type { Refusal } from "../../admin/edit/refusal.ts";
import { importMap } from "./admin/importMap.js";
import { isServerFunction } from "./knownFunctions.ts";
import "../../admin/custom.css";
import { serverFunctions } from "./serverFunctions.ts";

const UNKNOWN: Refusal = { refused: "The admin has no such function. Load the page again." };

const serverFunction: ServerFunctionClient = async (args) => {
  "use server";
  // Answered, not thrown: what is thrown here is written to the log, and anybody may ask.
  if (!isServerFunction(args?.name)) return UNKNOWN;
  return handleServerFunctions({ ...args, config, importMap, serverFunctions });
};

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      {children}
    </RootLayout>
  );
}
