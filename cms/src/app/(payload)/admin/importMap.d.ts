/** The map that the build writes beside this file: where the admin finds each component. */
import type { ImportMap } from "payload";

export declare const importMap: ImportMap;
