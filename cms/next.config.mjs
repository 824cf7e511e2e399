import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { withPayload } from "@payloadcms/next/withPayload";

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Payload and its databases stay outside of Next's bundle: the server and Next then load the same modules,
 * so that an error thrown in one is recognised in the other.
 * @type {import("next").NextConfig}
 */
const config = {
  transpilePackages: ["@clinic-widgets/shared"],
  serverExternalPackages: [
    "payload",
    "@payloadcms/db-mongodb",
    "@payloadcms/db-sqlite",
    "@citation-js/core",
    "@citation-js/plugin-csl",
    "libsql",
    "@libsql/client",
    "mongodb",
    "pino",
    "nodemailer",
  ],
  // `npm run check` type-checks every package, with stricter settings than Next's own pass.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: dirname(here) },
  // The page of the one-time link, at the address that the server prints.
  rewrites: async () => [{ source: "/first-administrator", destination: "/api/first-administrator" }],
  poweredByHeader: false,
  devIndicators: false,
};

export default withPayload(config);
