/**
 * Inputs from real life that were once mangled, refused or lost, each with what came of it then, what is right, and what
 * comes of it now. Each is the sample of a kind, whose other samples are tested where it is mended: see docs/robustness.md.
 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { eachDatabase } from "../support/product.ts";
import { CLINICS } from "./clinics.ts";
import { PAGES } from "./pages.ts";
import { RECORDS } from "./records.ts";
import { openStage, type Stage } from "./stage.ts";
import { TEXTS } from "./texts.ts";

const CASES = [...RECORDS, ...CLINICS, ...TEXTS, ...PAGES];

eachDatabase("what people bring", (database) => {
  let stage: Stage;
  const found: { sample: string; got: string; right: string; now: string }[] = [];

  beforeAll(async () => {
    stage = await openStage(database);
  });
  afterAll(async () => {
    await stage?.close();
    for (const { sample, got, right, now } of found)
      process.stdout.write(`${sample}\n    got    ${got}\n    right  ${right}\n    now    ${now}\n`);
  });

  it.each(CASES)("$sample", async ({ sample, got, right, now }) => {
    const outcome = await now(stage);
    found.push({ sample, got, right, now: outcome });

    expect(outcome).toBe(right);
    expect(outcome).not.toBe(got);
  });
});
