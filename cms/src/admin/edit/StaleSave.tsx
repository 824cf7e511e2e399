"use client";

import {
  Button,
  Drawer,
  LeaveWithoutSaving,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormModified,
  useLocale,
  useModal,
} from "@payloadcms/ui";
import { hasAutosaveEnabled } from "payload/shared";
import { useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import type { StaleAnswer } from "./saves.ts";
import { API, saves } from "./thisWindow.ts";

const nothing = () => undefined;

/** Says that a save was refused because somebody else has saved meanwhile, and shows both texts; nothing typed is lost. */
export function StaleSave({ document }: { document: string }) {
  const stale = useSyncExternalStore(
    useCallback((listener) => saves.subscribe(listener), []),
    () => saves.staleAnswerOf(document),
    nothing,
  );
  const { closeModal, openModal } = useModal();
  const drawer = `both-texts-${document}`;
  const { docConfig } = useDocumentInfo();
  const { setModified } = useForm();
  const isModified = useFormModified();
  const isStale = stale !== undefined;
  const wasStale = useRef(false);

  useEffect(() => {
    if (isStale && !wasStale.current) openModal(drawer);
    if (!isStale && wasStale.current) closeModal(drawer);
    wasStale.current = isStale;
  }, [closeModal, drawer, isStale, openModal]);

  // After a refused save Payload takes the form for saved: it would neither save again nor ask before it is left.
  useEffect(() => {
    if (isStale && !isModified) setModified(true);
  }, [isModified, isStale, setModified]);

  if (!stale) return null;
  return (
    <div className="clinic-stale" role="alert">
      {docConfig && hasAutosaveEnabled(docConfig) && <LeaveWithoutSaving />}
      <span>Not saved: this was saved elsewhere meanwhile.</span>
      <Button buttonStyle="secondary" size="small" margin={false} onClick={() => openModal(drawer)}>
        Compare both texts
      </Button>
      <Drawer slug={drawer} title="Your text, and the one saved meanwhile">
        <BothTexts document={document} stale={stale} />
      </Drawer>
    </div>
  );
}

function BothTexts({ document, stale }: { document: string; stale: StaleAnswer }) {
  const saveMine = useSaveMine(document);
  const when = Number.isNaN(Date.parse(stale.updatedAt))
    ? ""
    : ` at ${new Date(stale.updatedAt).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}`;
  return (
    <div className="clinic-both-texts">
      <p>
        This was saved{when}, by somebody else or in another window, after you had opened it. So that neither
        text is lost, yours was not saved over it. Your words are still in the form.
      </p>
      <p className="clinic-both-texts__actions">
        <Button margin={false} onClick={saveMine}>
          Save mine over it
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={() => window.location.reload()}>
          Load the saved text
        </Button>
      </p>
      <p className="clinic-muted">
        Loading replaces what is in the form: copy from here what you want to keep. What you save over stays
        in the list of versions.
      </p>
      {stale.differences.length === 0 ? (
        <p>Both texts are the same; only the status may differ.</p>
      ) : (
        stale.differences.map(({ label, yours, saved }) => (
          <section key={label}>
            <h3>{label}</h3>
            <div className="clinic-both-texts__columns">
              <Text heading="Yours, not saved" lines={yours} others={saved} />
              <Text heading="Saved meanwhile" lines={saved} others={yours} />
            </div>
          </section>
        ))
      )}
    </div>
  );
}

/** One of the texts; lines that the other one does not have are marked. */
function Text({ heading, lines, others }: { heading: string; lines: string[]; others: string[] }) {
  const shared = new Set(others);
  return (
    <div>
      <h4>{heading}</h4>
      {lines.length === 0 && <p className="clinic-muted">Empty</p>}
      {lines.map((line, index) => (
        // The same line may be there twice, and none is ever moved.
        <p key={index}>{shared.has(line) ? line : <mark>{line}</mark>}</p>
      ))}
    </div>
  );
}

/** Saves the form over what was saved meanwhile: as a draft where there are drafts. */
function useSaveMine(document: string): () => void {
  const { docConfig } = useDocumentInfo();
  const { submit } = useForm();
  const { code: locale } = useLocale();
  const { config } = useConfig();
  return () => {
    saves.startFromNewest(document);
    if (!docConfig || !hasAutosaveEnabled(docConfig)) return void submit();
    const query = new URLSearchParams({ draft: "true", depth: "0", "fallback-locale": "null", locale });
    void submit({
      action: `${config.routes.api || API}/${document}?${query}`,
      method: "PATCH",
      overrides: { _status: "draft" },
      skipValidation: true,
    });
  };
}
