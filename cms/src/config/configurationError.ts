/** A setting is missing or wrong. The message is a sentence for whoever starts the server. */
export class ConfigurationError extends Error {
  override name = "ConfigurationError";
}
