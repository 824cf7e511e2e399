/** The options of every connection to MongoDB. */
import type { MongoClientOptions } from "mongodb";

/** A server that hangs is given up after the sum of both, instead of 40 s: editors wait for it. */
export const NOTICE_OUTAGES: MongoClientOptions = { connectTimeoutMS: 5000, heartbeatFrequencyMS: 5000 };
