/** A mail server of the tests' own, on this machine alone: keeps what the product sends. */
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

type Letter = { to: string[]; text: string };

export type Mailbox = { url: string; letters: Letter[]; close(): Promise<void> };

export async function openMailbox(): Promise<Mailbox> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    // Its certificate is nobody's: a client would refuse it.
    disabledCommands: ["STARTTLS"],
    onData(stream, { envelope }, done) {
      let raw = "";
      stream.setEncoding("utf8").on("data", (part) => (raw += part));
      stream.on("end", () => {
        letters.push({ to: envelope.rcptTo.map(({ address }) => address), text: textOf(raw) });
        done();
      });
    },
  });
  // A connection that breaks is no fault of a test: the letter that does not come is.
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Undoes quoted-printable, in which long lines travel (RFC 2045, 6.7). */
const textOf = (raw: string): string =>
  raw
    .replaceAll("=\r\n", "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
