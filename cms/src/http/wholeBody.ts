/** The body of a request, awaited before anything is reserved for it: who sends it slowly holds nobody up. */
import type { IncomingMessage } from "node:http";

/**
 * Waits until the whole body is here, and leaves it unread: a stream of which a part was read, even if it was put back, is
 * refused by `fetch`'s `Request`, and so by Next. False when the body never comes. One that is longer than a request
 * holds unread (16 KB and more) is not waited for.
 */
export function wholeBodyArrives(req: IncomingMessage): Promise<boolean> {
  const length = Number(req.headers["content-length"] ?? 0);
  if (length === 0 || length > req.readableHighWaterMark) return Promise.resolve(true);
  return new Promise((resolve) => {
    const settle = (isWhole: boolean) => {
      req.off("readable", look).off("close", give).off("error", give);
      // Node forgets in the next tick that somebody has waited for "readable"; before that nobody could read by "data".
      process.nextTick(resolve, isWhole);
    };
    const give = () => settle(false);
    function look() {
      if (req.readableLength >= length) settle(true);
    }
    req.on("readable", look).once("close", give).once("error", give);
    look();
  });
}
