"use client";

import { Button, ConfirmationModal, toast, useConfig, useModal } from "@payloadcms/ui";
import type { ComponentProps } from "react";
import { refusalIn } from "./problems/readableErrors.ts";

type Done = { message?: string };
type Props = Pick<
  ComponentProps<typeof ConfirmationModal>,
  "modalSlug" | "heading" | "body" | "confirmLabel" | "confirmingLabel"
> & {
  label: string;
  button: Omit<ComponentProps<typeof Button>, "children" | "onClick">;
  /** What is asked of our API, below its address. */
  path: string;
  headers?: () => Record<string, string>;
  /** What is said where the server gives no reason. */
  failure: string;
  /** Gets the answer, or `undefined` when nothing came of it. */
  onEnd: (done: Done | undefined) => void;
};

/** A button that asks once, then has the server do something that cannot be taken back by a click. */
export function ConfirmedAction({ label, button, path, headers, failure, onEnd, ...question }: Props) {
  const { openModal } = useModal();
  const { config } = useConfig();

  const handleConfirm = async () => {
    const response = await fetch(`${config.routes.api}${path}`, {
      method: "POST",
      credentials: "include",
      headers: headers?.() ?? {},
    }).catch(() => undefined);
    const answer: unknown = await response?.json().catch(() => undefined);
    if (!response?.ok) toast.error(refusalIn(answer) ?? failure);
    onEnd(response?.ok ? ((answer ?? {}) as Done) : undefined);
  };

  return (
    <>
      <Button {...button} onClick={() => openModal(question.modalSlug)}>
        {label}
      </Button>
      <ConfirmationModal {...question} onConfirm={handleConfirm} />
    </>
  );
}
