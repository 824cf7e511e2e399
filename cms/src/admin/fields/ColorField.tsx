"use client";

import { FieldDescription, FieldError, FieldLabel, useField, useFormFields } from "@payloadcms/ui";
import type { TextFieldClientProps } from "payload";
import { contrastWords, isColor } from "./contrastWords.ts";

/** What the widgets use where a clinic has chosen nothing. */
const DEFAULTS: Record<string, string> = { accent: "#0b6355", accentText: "#ffffff" };

/** A colour, picked or typed, with the contrast of the accent and the text on it as readers will see it. */
export function ColorField({ field, path: pathOfField, readOnly }: TextFieldClientProps) {
  const { admin, label, localized, required } = field;
  const { disabled, path, setValue, showError, value } = useField<string | null>({
    potentiallyStalePath: pathOfField,
  });
  const group = path.slice(0, path.lastIndexOf(".") + 1);
  const [accent, accentText] = useFormFields(([fields]) => [
    fields[`${group}accent`]?.value,
    fields[`${group}accentText`]?.value,
  ]) as [unknown, unknown];
  const name = `field-${path.replaceAll(".", "__")}`;
  const fallback = DEFAULTS[field.name] ?? "#000000";
  const isDisabled = Boolean(readOnly || disabled);
  const said = contrastWords(accent, accentText);
  return (
    <div className={`field-type text${showError ? " error" : ""}`}>
      <FieldLabel label={label} localized={localized} path={path} required={required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <div className="clinic-color">
          <input
            type="color"
            aria-label={`Pick: ${typeof label === "string" ? label : field.name}`}
            disabled={isDisabled}
            value={isColor(value) ? value : fallback}
            onChange={(event) => setValue(event.target.value)}
          />
          <input
            id={name}
            name={path}
            type="text"
            disabled={isDisabled}
            placeholder={fallback}
            value={value ?? ""}
            onChange={(event) => setValue(event.target.value || null)}
          />
          {said && (
            <span className={`clinic-color__sample${said.isReadable ? "" : " clinic-notice"}`} role="status">
              <span
                className="clinic-color__button"
                style={{ background: String(accent), color: String(accentText || "#ffffff") }}
              >
                Book
              </span>{" "}
              {said.words}
            </span>
          )}
        </div>
        {admin?.description && <FieldDescription description={admin.description} path={path} />}
      </div>
    </div>
  );
}
