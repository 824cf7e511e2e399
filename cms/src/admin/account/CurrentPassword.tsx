"use client";

import {
  FieldDescription,
  PasswordField,
  useAuth,
  useDocumentInfo,
  useForm,
  useFormFields,
  useFormProcessing,
  useFormSubmitted,
} from "@payloadcms/ui";
import { useEffect, useRef } from "react";
import { CURRENT_PASSWORD, changesLogin, PASSWORDS } from "./asked.ts";

/** In the form of an account: asks for the current password when the own address or password is being changed. */
export function CurrentPassword() {
  const { user } = useAuth();
  const { data, id } = useDocumentInfo();
  const isChange = useFormFields(([fields]) => changesLogin(fields, data?.email));
  usePasswordsUntilSaved();
  return id !== undefined && user?.id === id && isChange ? <Field /> : null;
}

/** Also when it is empty: then its sentence says why it is asked for. */
const serverDecides = () => true as const;

function Field() {
  const { dispatchFields } = useForm();
  const value = useFormFields(([fields]) => fields[CURRENT_PASSWORD]?.value);
  useEffect(() => () => dispatchFields({ type: "REMOVE", path: CURRENT_PASSWORD }), [dispatchFields]);
  // What the server said of the last one holds until another is typed. Payload would forget it for fields of the schema.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it happens whenever the value changes.
  useEffect(() => {
    dispatchFields({ type: "UPDATE", path: CURRENT_PASSWORD, valid: true, errorMessage: undefined });
  }, [dispatchFields, value]);
  return (
    <div className="clinic-current-password">
      <PasswordField
        autoComplete="current-password"
        field={{ name: CURRENT_PASSWORD, label: "Current password", required: true }}
        path={CURRENT_PASSWORD}
        validate={serverDecides}
      />
      <FieldDescription
        description="Your e-mail address and your password are changed with it alone."
        path={CURRENT_PASSWORD}
      />
    </div>
  );
}

/**
 * After a save that was refused, Payload's form counts as unchanged: it hides the new password, and Save is grey. After one
 * that worked it keeps the passwords, and would send them again with the next change. Both the other way round.
 */
function usePasswordsUntilSaved(): void {
  const { dispatchFields, setBackgroundProcessing, setModified } = useForm();
  const { id } = useDocumentInfo();
  const isProcessing = useFormProcessing();
  const isRefused = useFormSubmitted();
  const wasProcessing = useRef(false);
  useEffect(() => {
    const hasEnded = wasProcessing.current && !isProcessing;
    wasProcessing.current = isProcessing;
    if (id === undefined) return;
    if (isProcessing) {
      // As if something were typed while it is saved: the form then goes on as a changed one.
      setBackgroundProcessing(true);
      setModified(true);
      setBackgroundProcessing(false);
    } else if (hasEnded && !isRefused) {
      for (const path of PASSWORDS) dispatchFields({ type: "REMOVE", path });
      setModified(false);
    }
  }, [dispatchFields, id, isProcessing, isRefused, setBackgroundProcessing, setModified]);
}
