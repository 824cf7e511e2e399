/** A reader of public files, who does not wait for one answer before asking for the next. */
import { type Agent, get } from "node:http";

/** Milliseconds until `url` was answered whole. Rejects when nobody answers, or with another status than 200. */
export function timeOf(url: string, agent: Agent): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { agent }, (res) => {
      if (res.statusCode !== 200) reject(new Error(`${url} answered ${res.statusCode}.`));
      res.resume().on("end", () => resolve(performance.now() - start));
    }).on("error", reject);
  });
}
