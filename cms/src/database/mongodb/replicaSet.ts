/** Transactions need a replica set. Whether there is one is asked of the server: URLs may leave the name to DNS. */
import type { MongoClient } from "mongodb";
import { ConfigurationError } from "../../config/env.ts";

/** @throws ConfigurationError that says how to correct it when `client`, which must be connected, is without a replica set. */
export async function checkReplicaSet(client: Pick<MongoClient, "db" | "options">): Promise<void> {
  if (client.options.replicaSet) return;
  const hello = await client.db("admin").command({ hello: 1 });
  if (hello.setName) {
    throw new ConfigurationError(
      `MongoDB cannot be used as DATABASE_URL names it: the server is a member of the replica set "${hello.setName}", but the URL does not say so. Add ?replicaSet=${hello.setName} to it.`,
    );
  }
  throw new ConfigurationError(
    "MongoDB cannot be used without a replica set, because it has no transactions then and a change could be saved in part. " +
      "A single server will do: start mongod with --replSet rs0, run rs.initiate() once, and add ?replicaSet=rs0 to DATABASE_URL.",
  );
}
