"use client";

import { DatePicker, FieldDescription, FieldError, FieldLabel, useField } from "@payloadcms/ui";
import type { DateFieldClientProps } from "payload";
import { localNoon, storedDay } from "./days.ts";

/**
 * A day, shown as it is stored wherever the browser is. Payload's own field shows noon of Greenwich by the browser's
 * clock: in Auckland that is the next day (payloadcms/payload#10962).
 */
export function DayField({ field, path: pathOfField, readOnly }: DateFieldClientProps) {
  const { admin, label, localized, required } = field;
  const { disabled, path, setValue, showError, value } = useField<string | null>({
    potentiallyStalePath: pathOfField,
  });
  const handleChange = (picked: unknown) => {
    if (!readOnly && !disabled) setValue(picked instanceof Date ? storedDay(picked) : null);
  };
  return (
    <div className={`field-type date-time-field${showError ? " date-time-field--has-error" : ""}`}>
      <FieldLabel label={label} localized={localized} path={path} required={required} />
      <div className="field-type__wrap" id={`field-${path.replaceAll(".", "__")}`}>
        <FieldError path={path} showError={showError} />
        <DatePicker
          displayFormat="d MMMM yyyy"
          // Payload would add the distance from Greenwich to what is picked; its own handler is for the button that clears.
          overrides={{ onChange: handleChange }}
          onChange={handleChange}
          pickerAppearance="dayOnly"
          readOnly={readOnly || disabled}
          value={localNoon(value)}
        />
      </div>
      {admin?.description && <FieldDescription description={admin.description} path={path} />}
    </div>
  );
}
