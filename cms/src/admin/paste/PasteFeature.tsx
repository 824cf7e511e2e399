"use client";

import { createClientFeature } from "@payloadcms/richtext-lexical/client";
import { COMMAND_PRIORITY_HIGH, PASTE_COMMAND } from "@payloadcms/richtext-lexical/lexical";
import { useLexicalComposerContext } from "@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext";
import { HeadingNode } from "@payloadcms/richtext-lexical/lexical/rich-text";
import { toast } from "@payloadcms/ui";
import { useEffect } from "react";
import { sentenceOn } from "./pieces.ts";
import { readPasted } from "./readPasted.ts";
import { writeHtml } from "./writeHtml.ts";

/** Long enough to be read beside the text. */
const NOTICE_MS = 15_000;
/** What editors of this kind copy themselves: they know what it means. */
const OWN = "application/x-lexical-editor";

/** Pasting means the same as what was copied: see `readPasted`. */
function Paste() {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    /** Events of ours, on their way through the editor's own pasting. */
    const cleaned = new WeakSet<object>();
    return editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        if (!(event instanceof ClipboardEvent) || cleaned.has(event)) return false;
        const data = event.clipboardData;
        const copied = data?.getData("text/html");
        if (!copied || data?.types.includes(OWN)) return false;
        event.preventDefault();
        const { body } = new DOMParser().parseFromString(copied, "text/html");
        const { pieces, leftOut } = readPasted(body);
        const notice = sentenceOn(leftOut);
        if (notice) toast.warning(notice, { duration: NOTICE_MS });
        if (pieces.length === 0) return true;
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/html", writeHtml(pieces, { headings: editor.hasNodes([HeadingNode]) }));
        const next = new ClipboardEvent("paste", { clipboardData });
        cleaned.add(next);
        return editor.dispatchCommand(PASTE_COMMAND, next);
      },
      COMMAND_PRIORITY_HIGH,
    );
  }, [editor]);
  return null;
}

export const PasteFeature = createClientFeature({ plugins: [{ Component: Paste, position: "normal" }] });
