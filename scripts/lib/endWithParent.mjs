/**
 * Loaded first into every Node process that a command starts: when the command is gone, however it ended, the process
 * is asked to end too. Without this a command that is killed would leave servers behind that hold their ports.
 */
import { isMainThread } from "node:worker_threads";

// Processes that the process starts in turn inherit this file; they have a channel of their own, with other rules.
const isStartedByCommand = process.env.CLINIC_WIDGETS_COMMAND === String(process.ppid);
if (isMainThread && process.channel && isStartedByCommand) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  // Listening must not keep a process alive that has done its work.
  process.channel.unref();
}
