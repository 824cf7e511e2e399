/** The admin UI's own parts, as `payload.config.ts` names them. */
import type { Config } from "payload";

export { followOpenForms } from "./edit/plugin.ts";
export { adminEndpoints } from "./endpoints.ts";
export { adminTranslations } from "./translations.ts";

const ICON =
  "data:image/svg+xml," +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="6" fill="#0b6355"/><g transform="translate(2.6 2.4) scale(.78)"><path d="M2.5 17.5C6 17.5 6.6 10 10.4 10s3.7 5.6 7.1 5.6c1.8 0 2.9-.9 4-2.6" fill="none" stroke="#fff" stroke-width="2.8" stroke-linecap="round"/><circle cx="16.2" cy="6.6" r="2.6" fill="#fff"/></g></svg>',
  );

/** The `admin` part of Payload's config. */
export const adminConfig = {
  user: "users",
  // Payload would otherwise send everybody's e-mail hash to gravatar.com.
  avatar: "default",
  meta: {
    titleSuffix: " · Clinic Widgets",
    defaultOGImageType: "off",
    icons: [{ rel: "icon", type: "image/svg+xml", url: ICON }],
  },
  dateFormat: "d MMM yyyy, HH:mm",
  // A sentence takes longer to read than Payload's four seconds.
  toast: { duration: 10_000 },
  components: {
    providers: [
      "/src/admin/edit/RoleOnPage#RoleOnPage",
      "/src/admin/edit/ReadableFailures#ReadableFailures",
      "/src/admin/edit/ReadableRefusals#ReadableRefusals",
      "/src/admin/edit/FollowLocks#FollowLocks",
      "/src/admin/session/KeepSession#KeepSession",
      "/src/admin/names/NamedControls#NamedControls",
    ],
    graphics: { Icon: "/src/admin/brand/Icon#Icon", Logo: "/src/admin/brand/Logo#Logo" },
    views: {
      dashboard: { Component: "/src/admin/dashboard/Dashboard#Dashboard" },
      createFirstUser: { Component: "/src/admin/FirstUserNotice#FirstUserNotice" },
    },
  },
} satisfies Config["admin"];
