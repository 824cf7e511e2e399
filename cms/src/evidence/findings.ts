/** The rule that binds a claim to studies. What stands is derived when content is published, and never stored. */

/** A retracted study supports nothing; a corrected one, or one under concern, still does and says so. */
export const doesStudyStand = (status: string | null | undefined): boolean => status !== "retracted";

type Claim = { group?: string | null; findings?: { study?: unknown }[] | null };

/** The sentence for a claim of the group "Backed by a study" that names none, or `true`. */
export function checkFindings({ group, findings }: Claim): string | true {
  if (group !== "evidence" || (findings ?? []).some((finding) => finding.study)) return true;
  return "A benefit that is backed by a study needs at least one study. Add what a study showed, or choose the group “General explanation”.";
}
