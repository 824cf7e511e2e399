/** Installs what a fresh Debian lacks, where that may be done. */
import { existsSync } from "node:fs";
import { run } from "./processes.mjs";
import { step } from "./steps.mjs";

/**
 * Whether the packages are installed now. It takes a root user on a system with apt-get.
 * @param {string} title what is installed, for people
 * @param {string[]} packages
 */
export async function installWithApt(title, packages) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, log: "browser.log" };
  try {
    await step(`Installing ${title} with apt-get`, async () => {
      await run("apt-get", ["update", "-qq"], options);
      await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], options);
    });
    return true;
  } catch {
    // The sentence of who asked says what to do; browser.log says what went wrong.
    return false;
  }
}
