/** Which form of a file a reader wants, by Accept-Encoding (RFC 9110, 12.5.3). */
import type { Encoding } from "../store/storedFile.ts";

/** The best first: of two that are wanted alike it is sent. */
const ENCODINGS: Encoding[] = ["br", "gzip", "identity"];

/** The encoding to send; undefined when the reader refuses all of them. */
export function encodingFor(header: string | string[] | undefined): Encoding | undefined {
  const weights = weightsIn(String(header ?? ""));
  const others = weights.get("*");
  const weightOf = (encoding: Encoding): number =>
    weights.get(encoding) ??
    // Unless it is refused, the plain form will do, when nothing else is wanted.
    (encoding === "identity" ? (others === 0 ? 0 : Number.MIN_VALUE) : (others ?? 0));
  const best = ENCODINGS.reduce((one, other) => (weightOf(other) > weightOf(one) ? other : one));
  return weightOf(best) > 0 ? best : undefined;
}

function weightsIn(header: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim());
    const weight = parameters.map((parameter) => /^q\s*=\s*(.*)$/.exec(parameter)?.[1]).find(Boolean);
    const number = weight === undefined ? 1 : Number(weight);
    if (name) weights.set(name, Number.isFinite(number) ? number : 0);
  }
  return weights;
}
