import type { DashboardViewServerProps } from "@payloadcms/next/views";
import { Gutter } from "@payloadcms/ui";
import { Changes } from "./Changes.tsx";
import { NeedsMe } from "./NeedsMe.tsx";
import { NextSteps } from "./NextSteps.tsx";
import { loadOverview } from "./overview.ts";
import { Places } from "./Places.tsx";
import { PublicNow } from "./PublicNow.tsx";

/** The first page after logging in. It answers three questions: what needs me, what changed, what is public. */
export async function Dashboard({ i18n, initPageResult, navGroups }: DashboardViewServerProps) {
  const { req } = initPageResult;
  const now = new Date();
  const overview = await loadOverview(req, now);
  const adminPath = req.payload.config.routes.admin;
  return (
    <Gutter className="clinic-dashboard">
      <h1>{greeting(req.user)}</h1>
      {overview.role !== "clinic-manager" && (
        <Places navGroups={navGroups} i18n={i18n} adminPath={adminPath} />
      )}
      <NextSteps overview={overview} adminPath={adminPath} />
      <div className="clinic-dashboard__columns">
        <div>
          {overview.role !== "clinic-manager" && <NeedsMe needs={overview.needs} role={overview.role} />}
          <PublicNow overview={overview} serverUrl={req.payload.config.serverURL} />
        </div>
        <Changes changes={overview.changes} now={now} language={i18n.language} />
      </div>
    </Gutter>
  );
}

function greeting(user: unknown): string {
  const name = (user as { name?: string | null } | null)?.name;
  return name ? `Hello, ${name}` : "Hello";
}
