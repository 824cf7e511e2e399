import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { Readable } from "node:stream";
import { afterEach, expect, it } from "vitest";
import { wholeBodyArrives } from "./wholeBody.ts";

let server: Server;
afterEach(() => server.close().closeAllConnections());

/** A server that waits for the body, then reads it in its own way. */
async function open(
  read: (req: IncomingMessage) => Promise<string>,
  seen: (isWhole: boolean) => unknown = () => {},
) {
  server = createServer(async (req, res) => {
    const isWhole = await wholeBodyArrives(req);
    seen(isWhole);
    if (isWhole) res.end(await read(req));
  }).listen(0);
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

const byIterating = async (req: IncomingMessage) => {
  let text = "";
  for await (const chunk of req) text += chunk;
  return text;
};
const byEvents = (req: IncomingMessage) =>
  new Promise<string>((resolve) => {
    let text = "";
    req.setEncoding("utf8");
    req.on("data", (chunk) => {
      text += chunk;
    });
    req.on("end", () => resolve(text));
  });
/** Next makes a `Request` of it. */
const asNextDoes = (req: IncomingMessage) => new Response(req as unknown as ReadableStream).text();

it.each([
  ["iterating", byIterating],
  ["events", byEvents],
  ["Next", asNextDoes],
])("leaves a body of any length to be read by %s", async (_, read) => {
  const port = await open(read);

  for (const length of [0, 1, 10_000, 16_384, 500_000]) {
    const body = "x".repeat(length);
    const answer = await fetch(`http://localhost:${port}/`, { method: "POST", body });
    expect((await answer.text()).length).toBe(length);
  }
});

it("waits for a body that comes in pieces", async () => {
  let isHere = false;
  const port = await open(byIterating, () => {
    isHere = true;
  });
  const socket = connect(port);
  socket.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 6\r\nconnection: close\r\n\r\nabc");
  await once(server, "request");
  expect(isHere).toBe(false);

  socket.write("def");

  expect(await new Response(Readable.toWeb(socket) as ReadableStream).text()).toContain("abcdef");
});

it("says that a body never comes when the connection is gone", async () => {
  const seen: boolean[] = [];
  const port = await open(byIterating, (isWhole) => seen.push(isWhole));
  const socket = connect(port);
  socket.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 6\r\n\r\nabc");
  await once(server, "request");

  socket.destroy();

  await expect.poll(() => seen).toEqual([false]);
});
