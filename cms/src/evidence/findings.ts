/** A claim needs studies that support it. Which ones still do is derived when content is published, and never stored. */

/** Whether a study may support claims: all but retracted ones. Corrected ones and those under concern are marked. */
export const doesStudyStand = (status: string | null | undefined): boolean => status !== "retracted";

type Claim = { group?: string | null; findings?: { study?: unknown }[] | null };

/** `true`, or a sentence for a claim of the group "Backed by a study" that has none. */
export function checkFindings({ group, findings }: Claim): string | true {
  if (group !== "evidence" || (findings ?? []).some((finding) => finding.study)) return true;
  return "A benefit that is backed by a study needs at least one study. Add what a study showed, or choose the group “General explanation”.";
}
