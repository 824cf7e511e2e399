import { Mark } from "./Mark.tsx";

/** Mark and name, on the pages for people who are not logged in. */
export function Logo() {
  return (
    <span className="clinic-logo clinic-mark">
      <Mark size={36} />
      <span className="clinic-logo__name">Clinic Widgets</span>
    </span>
  );
}
