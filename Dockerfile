# The CMS for production: no demo site, no demo content. Build: docker build -t clinic-widgets .
# Run: docker run -p 3000:3000 -v clinic-widgets:/app/data -e PUBLIC_URL=https://cms.example.org clinic-widgets
FROM node:22-slim AS build
WORKDIR /app
COPY . .
RUN npm run build -- --server && rm -rf cms/.next/cache

# What runs, without the tools that built it.
FROM node:22-slim AS packages
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY shared/package.json shared/
COPY widgets/package.json widgets/
COPY cms/package.json cms/
RUN CI=true npx --yes "$(node -p "require('./package.json').packageManager")" install --prod --frozen-lockfile

FROM node:22-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 DATA_DIR=/app/data
COPY --from=packages /app /app
COPY --from=build /app/cms/dist cms/dist
COPY --from=build --chown=node:node /app/cms/.next cms/.next
COPY --from=build /app/cms/next.config.mjs cms/
COPY --from=build /app/widgets/dist widgets/dist
RUN mkdir data && chown node:node data
USER node
VOLUME /app/data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://localhost:${process.env.PORT || 3000}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself, so that a stop reaches the server.
CMD ["node", "--enable-source-maps", "cms/dist/server.mjs"]
