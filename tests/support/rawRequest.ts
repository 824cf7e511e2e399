/** A request byte by byte, as `fetch` would tidy up the very paths and headers under test. */
import { connect } from "node:net";

export type RawAnswer = { status: number; head: string; body: string };

/** Sends `request` to `origin` and reads until the server closes, or `patienceMs` have passed. */
export function rawRequest(origin: string, request: string, patienceMs = 5000): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request));
    let text = "";
    socket.setTimeout(patienceMs, () => socket.destroy());
    socket.setEncoding("utf8");
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("error", (err: NodeJS.ErrnoException) => (text === "" ? reject(err) : socket.destroy()));
    socket.on("close", () => {
      const [head = "", ...rest] = text.split("\r\n\r\n");
      resolve({
        status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0),
        head,
        body: rest.join("\r\n\r\n"),
      });
    });
  });
}

/** `method path` with the right host, on a connection that closes. */
export function rawAsk(
  origin: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<RawAnswer> {
  const lines = Object.entries({ host: new URL(origin).host, connection: "close", ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return rawRequest(origin, `${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n`);
}
