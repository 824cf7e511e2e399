"use client";

import { FieldDescription, FieldError, FieldLabel, ReactSelect, useField } from "@payloadcms/ui";
import type { TextFieldClientProps } from "payload";
import { useMemo } from "react";
import { type Choice, countries, timezones } from "./choices.ts";

/** A country, chosen from a list that can be searched by name and code. */
export function CountryField(props: TextFieldClientProps) {
  return <ChoiceField {...props} choices={useMemo(countries, [])} />;
}

/** A time zone, chosen from a list that can be searched. */
export function TimezoneField(props: TextFieldClientProps) {
  return <ChoiceField {...props} choices={useMemo(() => timezones(new Date()), [])} />;
}

/** A text that is one of `choices`. What was saved before and is not among them stays until another one is chosen. */
function ChoiceField({
  choices,
  field,
  path: pathOfField,
  readOnly,
}: TextFieldClientProps & { choices: Choice[] }) {
  const { admin, label, localized, required } = field;
  const { disabled, path, setValue, showError, value } = useField<string | null>({
    potentiallyStalePath: pathOfField,
  });
  const chosen = value
    ? (choices.find((each) => each.value === value) ?? { value, label: value })
    : undefined;
  const name = `field-${path.replaceAll(".", "__")}`;
  return (
    <div className={`field-type text select${showError ? " error" : ""}`} id={name}>
      <FieldLabel
        htmlFor={`${name}-choice`}
        label={label}
        localized={localized}
        path={path}
        required={required}
      />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <ReactSelect
          disabled={readOnly || disabled}
          inputId={`${name}-choice`}
          isClearable
          onChange={(option) => setValue(Array.isArray(option) || !option ? null : option.value)}
          options={choices}
          showError={showError}
          value={chosen}
        />
        {admin?.description && <FieldDescription description={admin.description} path={path} />}
      </div>
    </div>
  );
}
