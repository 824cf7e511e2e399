# The CMS for production. Build: docker build -t clinic-widgets .
# Run: docker run -p 3000:3000 -v clinic-widgets:/app/data -e PUBLIC_URL=https://cms.example.org clinic-widgets
FROM node:22-slim AS build
WORKDIR /app
COPY . .
RUN node scripts/build.mjs

FROM node:22-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 DATA_DIR=/app/data
COPY --from=build --chown=node:node /app /app
RUN mkdir -p /app/data && chown node:node /app/data
USER node
VOLUME /app/data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=60s \
  CMD node -e "fetch('http://localhost:' + (process.env.PORT || 3000) + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
CMD ["npm", "run", "--silent", "serve"]
