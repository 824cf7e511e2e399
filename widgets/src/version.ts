/** The version of this package, so that two copies on one page can tell each other apart. A test holds it to package.json. */
export const VERSION = "0.1.0";
