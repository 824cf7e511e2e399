/** The clinic's own colours and corners, as defaults that the page's tokens beat. */
import type { ClinicFile } from "@clinic-widgets/shared";

/** What a theme's colours are written like. */
export const COLOR = /^#[0-9a-f]{6}$/i;

/** A `:host` rule with the clinic's theme; empty without one. Values that are not plain colours or numbers are left out. */
export function themeCss(clinic: ClinicFile | undefined): string {
  const { accent, accentText, radius } = clinic?.theme ?? {};
  const lines = [
    accent && COLOR.test(accent) ? `--clinic-theme-accent:${accent}` : "",
    accentText && COLOR.test(accentText) ? `--clinic-theme-accent-text:${accentText}` : "",
    Number.isInteger(radius) ? `--clinic-theme-radius:${radius}px` : "",
  ].filter(Boolean);
  return lines.length ? `:host{${lines.join(";")}}` : "";
}
