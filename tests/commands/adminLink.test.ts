/** npm run admin-link beside a running server: makes an administrator, and lets in one who is locked out. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ADMINISTRATOR } from "../support/admin.ts";
import {
  dropDatabase,
  eachDatabase,
  freshMongodbUrl,
  type Product,
  SECRET,
  startProduct,
} from "../support/product.ts";
import { Rest } from "../support/rest.ts";

const SCRIPT = join(import.meta.dirname, "../../scripts/admin-link.mjs");
const NEW_PASSWORD = "another long pass phrase";

eachDatabase("npm run admin-link", (database) => {
  let product: Product;
  let mongodbUrl: string | undefined;
  beforeAll(async () => {
    mongodbUrl = database === "mongodb" ? freshMongodbUrl() : undefined;
    product = await startProduct({ database, demo: false, mongodbUrl });
  });
  afterAll(async () => {
    await product?.stop();
    if (mongodbUrl) await dropDatabase(mongodbUrl);
  });

  async function link(): Promise<string> {
    const { DATABASE_URL: _, ...inherited } = process.env;
    const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT], {
      env: {
        ...inherited,
        DATA_DIR: product.dataDir,
        PUBLIC_URL: product.cmsUrl,
        ...(mongodbUrl ? { DATABASE_URL: mongodbUrl, PAYLOAD_SECRET: SECRET } : {}),
      },
    });
    return /http\S+\/first-administrator\?token=(\S+)/.exec(stdout)?.[1] ?? `no link: ${stdout}`;
  }
  const redeem = async (password: string) =>
    new Rest(product.cmsUrl).ask("POST", "/api/first-administrator", {
      token: await link(),
      ...ADMINISTRATOR,
      password,
    });
  const logIn = async (password: string) => {
    const { email } = ADMINISTRATOR;
    return (await new Rest(product.cmsUrl).ask("POST", "/api/users/login", { email, password })).status;
  };

  it("makes an administrator", async () => {
    const { status } = await redeem(ADMINISTRATOR.password);

    expect(status).toBeLessThan(300);
    expect(await logIn(ADMINISTRATOR.password)).toBe(200);
  });

  it("lets in one who is locked out", async () => {
    for (let attempt = 0; attempt < 10; attempt++) await logIn("wrong");
    expect(await logIn(ADMINISTRATOR.password)).not.toBe(200);

    const { status } = await redeem(NEW_PASSWORD);

    expect(status).toBeLessThan(300);
    expect(await logIn(NEW_PASSWORD)).toBe(200);
  });
});
