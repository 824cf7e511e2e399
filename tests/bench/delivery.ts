/**
 * Requests per second for one list of questions, our delivery beside its peers in the same run and on the same machine:
 * Node's server with the same bytes from memory (the ceiling), sirv from disk, and Payload's own REST API.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import sirv from "sirv";
import { ADMINISTRATOR } from "../support/admin.ts";
import { bootstrapAdministrator } from "../support/firstAdministrator.ts";
import { type Database, startProduct } from "../support/product.ts";
import { type Load, load } from "./load.ts";
import { median } from "./statistics.ts";

const ROUNDS = 3;
const SECONDS = 2;
const PATH = "/embed/v1/content/en/topics/dry-needling-for-runners/faqs.json";

export type DeliveryResult = {
  database: Database;
  name: string;
  perSecond: number;
  p50: number;
  p97_5: number;
  toOurs: number;
};

/** Measures all of them in turns, so that a busy moment of the machine hits every one. */
export async function measureDelivery(database: Database): Promise<DeliveryResult[]> {
  const product = await startProduct({ database, demo: true });
  const folder = mkdtempSync(join(tmpdir(), "clinic-widgets-bench-"));
  const servers: Server[] = [];
  try {
    await bootstrapAdministrator(product);
    const login = await fetch(`${product.cmsUrl}/api/users/login`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(ADMINISTRATOR),
    });
    const { token } = (await login.json()) as { token: string };
    const body = Buffer.from(await (await fetch(product.cmsUrl + PATH)).arrayBuffer());
    writeFileSync(join(folder, "faqs.json"), body);
    writeFileSync(join(folder, "faqs.json.br"), brotliCompressSync(body));
    const compressed = brotliCompressSync(body);
    const plain = await listen(servers, (_, res) => {
      res.writeHead(200, {
        "content-type": "application/json",
        "content-encoding": "br",
        "content-length": compressed.length,
      });
      res.end(compressed);
    });
    const files = sirv(folder, { brotli: true });
    const disk = await listen(servers, (req, res) => files(req, res));
    const targets: { name: string; url: string; headers: Record<string, string> }[] = [
      { name: "Clinic Widgets, delivery", url: product.cmsUrl + PATH, headers: {} },
      { name: "node:http, the same bytes from memory", url: `${plain}/`, headers: {} },
      { name: "sirv, from disk", url: `${disk}/faqs.json`, headers: {} },
      {
        name: "Payload REST, depth 0",
        url: `${product.cmsUrl}/api/faqs?depth=0&locale=en&limit=10`,
        headers: { authorization: `JWT ${token}`, "accept-encoding": "identity" },
      },
    ];
    const runs = new Map(targets.map(({ name }) => [name, [] as Load[]]));
    for (let round = 0; round < ROUNDS; round++)
      for (const { name, url, headers } of targets)
        runs.get(name)?.push(await load(url, { headers, seconds: SECONDS }));
    const of = (name: string, key: keyof Load) => median((runs.get(name) ?? []).map((run) => run[key]));
    const ours = of(targets[0]?.name ?? "", "perSecond");
    return targets.map(({ name }) => ({
      database,
      name,
      perSecond: Math.round(of(name, "perSecond")),
      p50: of(name, "p50"),
      p97_5: of(name, "p97_5"),
      toOurs: of(name, "perSecond") / ours,
    }));
  } finally {
    for (const server of servers) server.close();
    rmSync(folder, { recursive: true, force: true });
    await product.stop();
  }
}

async function listen(servers: Server[], handler: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(handler as never);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}
