"use client";

import { FieldDescription, FieldError, FieldLabel, useConfig, useField } from "@payloadcms/ui";
import type { TextFieldClientProps } from "payload";
import { useEffect, useId, useState } from "react";
import type { LinkTarget } from "./linkTargets.ts";

/** What the dialog of a new link holds. */
const EMPTY = "https://";

/** The address of a link, typed or chosen among places of our pages and pages of clinics' sites. */
export function LinkAddressField({ field, path: pathOfField, readOnly }: TextFieldClientProps) {
  const { admin, label, required } = field;
  const { disabled, path, setValue, showError, value } = useField<string | null>({
    potentiallyStalePath: pathOfField,
  });
  const { config } = useConfig();
  const [targets, setTargets] = useState<LinkTarget[]>([]);
  const list = useId();

  useEffect(() => {
    const abort = new AbortController();
    fetch(`${config.routes.api}/link-targets`, { signal: abort.signal, credentials: "include" })
      .then(async (response) => {
        if (response.ok) setTargets(((await response.json()) as { targets: LinkTarget[] }).targets);
      })
      // An address can be typed all the same.
      .catch(() => {});
    return () => abort.abort();
  }, [config.routes.api]);

  const name = `field-${path.replaceAll(".", "__")}`;
  return (
    <div className={`field-type text${showError ? " error" : ""}`}>
      <FieldLabel htmlFor={name} label={label} path={path} required={required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <input
          id={name}
          name={path}
          type="text"
          list={list}
          disabled={readOnly || disabled}
          // Payload begins with it, and a browser offers what contains the text.
          value={value === EMPTY ? "" : (value ?? "")}
          onChange={(event) => setValue(event.target.value)}
        />
        <datalist id={list}>
          {targets.map(({ label: words, url }) => (
            <option key={url} value={url} label={words} />
          ))}
        </datalist>
        {admin?.description && <FieldDescription description={admin.description} path={path} />}
      </div>
    </div>
  );
}
