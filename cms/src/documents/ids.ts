/** What can be an id: MongoDB throws for anything else, SQLite finds nothing. */
import type { BasePayload } from "payload";

export const isId = (id: string, { db }: Pick<BasePayload, "db">): boolean =>
  db.name === "mongoose" ? /^[0-9a-f]{24}$/i.test(id) : id.length > 0 && id.length <= 64;
