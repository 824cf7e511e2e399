"use client";

import type { ElementName } from "@clinic-widgets/shared";
import { type ReactNode, useId, useState } from "react";
import { type Choice, frameSnippet, SNIPPET_PARTS, scriptSnippet } from "./snippet.ts";

/** A few choices and the lines to paste that follow from them. A choice with one answer is not asked. */
export function SnippetBuilder(props: {
  origin: string;
  topics: Choice[];
  clinics: Choice[];
  languages: { code: string; label: string }[];
}) {
  const { origin, topics, clinics, languages } = props;
  const [element, setElement] = useState<ElementName>("topic");
  const [topic, setTopic] = useState(topics[0]?.slug ?? "");
  const [clinic, setClinic] = useState(clinics[0]?.slug ?? "");
  const [locale, setLocale] = useState("");
  const [frame, setFrame] = useState(false);

  const choice = { origin, element, topic, ...(clinic ? { clinic } : {}), ...(locale ? { locale } : {}) };
  const frameLocale = locale || languages[0]?.code;
  const isFrame = frame && clinic && frameLocale;
  const snippet = isFrame ? frameSnippet({ ...choice, clinic, locale: frameLocale }) : scriptSnippet(choice);

  return (
    <div className="clinic-snippet">
      {topics.length > 1 && (
        <Select label="Topic" value={topic} onChange={setTopic}>
          {topics.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </Select>
      )}
      <Select label="Show" value={element} onChange={(value) => setElement(value as ElementName)}>
        {SNIPPET_PARTS.map((part) => (
          <option key={part.element} value={part.element}>
            {part.label}
          </option>
        ))}
      </Select>
      {clinics.length > 1 && (
        <Select label="Clinic" value={clinic} onChange={setClinic}>
          {clinics.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </Select>
      )}
      {languages.length > 1 && (
        <Select label="Language" value={locale} onChange={setLocale}>
          <option value="">As the page says</option>
          {languages.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </Select>
      )}
      {clinic && (
        <label className="clinic-snippet__check">
          <input type="checkbox" checked={frame} onChange={(event) => setFrame(event.target.checked)} />
          My site builder allows only an iframe
        </label>
      )}
      {isFrame && (
        <p className="clinic-muted">
          The script gives the frame the height of its content. If your site builder refuses it, leave it out:
          the frame then scrolls.
        </p>
      )}
      <Copyable text={snippet} />
    </div>
  );
}

function Select(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <div className="clinic-snippet__field">
      <label htmlFor={id}>{props.label}</label>
      <select id={id} value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        {props.children}
      </select>
    </div>
  );
}

function Copyable({ text }: { text: string }) {
  const [copied, setCopied] = useState<string>();
  const handleCopy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
    } catch {
      // Browsers refuse outside of https; the lines can still be selected by hand.
      setCopied(undefined);
    }
  };
  return (
    <>
      <pre className="clinic-snippet__code">
        <code>{text}</code>
      </pre>
      <button type="button" className="clinic-button" onClick={handleCopy}>
        Copy the lines
      </button>
      <span role="status" className="clinic-muted">
        {copied === text ? " Copied" : ""}
      </span>
    </>
  );
}
