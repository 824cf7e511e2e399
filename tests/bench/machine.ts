/** Where and when a result was measured: figures mean nothing without it. */
import { execFileSync } from "node:child_process";
import { cpus, loadavg } from "node:os";

/** Taken before anything is measured, as measuring makes load of its own. */
export function describeMachine(now = new Date()): string {
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return [
    `Measured ${now.toISOString().slice(0, 16).replace("T", " ")} UTC at commit ${commit()}, Node ${process.versions.node}, ${cpus().length} cores.`,
    `Load average before: ${load}; the load generator runs on the same machine. Trust the ratios.`,
  ].join(" ");
}

function commit(): string {
  const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8" }).trim();
  try {
    const isChanged = git("status", "--porcelain", "--untracked-files=no") !== "";
    return `${git("rev-parse", "--short", "HEAD")}${isChanged ? " with changes" : ""}`;
  } catch {
    return "unknown (no Git here)";
  }
}
