/** Packs and unpacks a folder with the system's tar. */
import { spawn } from "node:child_process";
import { ConfigurationError } from "../env.ts";

/** Packs everything in `folder` into `file`. */
export const pack = (folder: string, file: string): Promise<void> =>
  tar(["-czf", file, "-C", folder, "."], `The backup could not be written to ${file}`);

/** Unpacks `file` into `folder`. */
export const unpack = (file: string, folder: string): Promise<void> =>
  tar(
    ["-xzf", file, "-C", folder],
    `${file} is not a backup that can be read, or it is cut short. Nothing was changed`,
  );

function tar(args: string[], fault: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn("tar", args, { stdio: ["ignore", "ignore", "pipe"] });
    let errors = "";
    child.stderr.setEncoding("utf8").on("data", (chunk) => {
      errors += chunk;
    });
    child.on("error", () =>
      reject(
        new ConfigurationError("The program tar is needed and was not found. Install it and try again."),
      ),
    );
    child.on("exit", (code) =>
      code === 0
        ? resolve()
        : reject(new ConfigurationError(`${fault}: ${errors.trim().split("\n").at(-1) ?? ""}`)),
    );
  });
}
