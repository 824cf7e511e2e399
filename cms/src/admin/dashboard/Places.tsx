import type { DashboardViewServerProps } from "@payloadcms/next/views";
import { getTranslation } from "@payloadcms/translations";
import Link from "next/link.js";

/** The lists that this person may open: on narrow screens the menu is folded away. */
export function Places({
  navGroups,
  i18n,
  adminPath,
}: Pick<DashboardViewServerProps, "navGroups" | "i18n"> & { adminPath: string }) {
  const entities = (navGroups ?? []).flatMap((group) => group.entities);
  return (
    <nav aria-label="Lists">
      <ul className="clinic-dashboard__places">
        {entities.map(({ slug, type, label }) => (
          <li key={slug}>
            <Link href={`${adminPath}/${type}/${slug}`} prefetch={false}>
              {getTranslation(label, i18n)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
