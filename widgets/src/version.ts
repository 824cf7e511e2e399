/** The version of this package, so that two copies on one page can be distinguished. A test holds it to package.json. */
export const VERSION = "0.1.0";
