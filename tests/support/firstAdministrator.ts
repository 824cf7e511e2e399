/** The first administrator without a browser: redeems the one-time link as its page does. */
import { ADMINISTRATOR } from "./admin.ts";
import type { Product } from "./product.ts";
import { Rest } from "./rest.ts";

export async function bootstrapAdministrator(product: Product): Promise<Rest> {
  const link = new URL(await product.firstAdminLink());
  const token = link.searchParams.get("token");
  const { status, body } = await new Rest(product.cmsUrl).ask("POST", "/api/first-administrator", {
    token,
    ...ADMINISTRATOR,
  });
  if (status >= 300)
    throw new Error(`The first administrator could not be made: ${status} ${JSON.stringify(body)}`);
  return Rest.login(product.cmsUrl, ADMINISTRATOR.email, ADMINISTRATOR.password);
}
