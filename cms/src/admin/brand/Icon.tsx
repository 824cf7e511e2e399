import { Mark } from "./Mark.tsx";

/** The mark in the top bar, which leads back to the dashboard. */
export function Icon() {
  return (
    <span className="clinic-mark">
      <Mark size={18} />
    </span>
  );
}
