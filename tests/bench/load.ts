/** A small closed-loop load generator: each connection sends its next request when the answer to the last has arrived. */
import { connect } from "node:net";

export type Load = { requests: number; seconds: number; perSecond: number; p50: number; p99: number };

/**
 * Asks `url` over `connections` kept-alive connections for `seconds`, on loopback only. Times are in milliseconds.
 * @throws when an answer is not 200, or has no Content-Length to find its end by.
 */
export async function load(
  url: string,
  {
    connections = 16,
    seconds = 3,
    headers = {},
  }: { connections?: number; seconds?: number; headers?: Record<string, string> } = {},
): Promise<Load> {
  const { hostname, port, host, pathname, search } = new URL(url);
  if (hostname !== "127.0.0.1" && hostname !== "localhost")
    throw new Error(`The load would leave this machine: ${url}`);
  const lines = Object.entries({ host, "accept-encoding": "br", ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const request = `GET ${pathname}${search} HTTP/1.1\r\n${lines.join("")}\r\n`;
  const times: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;

  const runOne = () =>
    new Promise<void>((resolve, reject) => {
      let received = "";
      let sentAt = 0;
      const socket = connect(Number(port), hostname, send);
      function send() {
        sentAt = performance.now();
        socket.write(request);
      }
      socket.setEncoding("latin1");
      socket.on("data", (chunk: string) => {
        received += chunk;
        const bodyAt = received.indexOf("\r\n\r\n") + 4;
        if (bodyAt < 4) return;
        if (!received.startsWith("HTTP/1.1 200"))
          return void reject(new Error(`${url} answered ${received.split("\r\n")[0]}`));
        const length = /\r\ncontent-length: (\d+)/i.exec(received.slice(0, bodyAt))?.[1];
        if (length === undefined) return void reject(new Error(`${url} answers without a Content-Length.`));
        if (received.length < bodyAt + Number(length)) return;
        received = "";
        const now = performance.now();
        times.push(now - sentAt);
        if (now < end) return send();
        socket.end();
        resolve();
      });
      socket.on("error", reject);
    });

  await Promise.all(Array.from({ length: connections }, runOne));
  const elapsed = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    requests: times.length,
    seconds: elapsed,
    perSecond: times.length / elapsed,
    p50: at(0.5),
    p99: at(0.99),
  };
}

/** The middle value, which one slow run on a shared machine does not move. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
