/** Signs that no eye sees, as they come along with what is copied. */

/** Marks of direction, joiners, soft hyphens, fillers, selectors, controls. */
const HIDDEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]|(?!\s)\p{Cc}/gu;

/** `text` without them; line breaks and tabs stay. */
export const withoutHidden = (text: string): string => text.replace(HIDDEN, "");
