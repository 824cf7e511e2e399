/** A disk that cannot be written, beside the embedded database: withdrawals reach readers, one after the other. */

import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ListKind } from "@clinic-widgets/shared";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPublisherFixture, type PublisherFixture, TOPIC } from "../../test/publisherFixture.ts";
import { richText } from "../seed/lexical.ts";
import { openDirectoryStore } from "../store/directory.ts";

const PATIENCE = { timeout: 20_000 };

describe("while the folder of the store cannot be written", () => {
  let fixture: PublisherFixture;
  beforeAll(async () => {
    fixture = await openPublisherFixture("sqlite");
  });
  afterAll(async () => {
    await fixture?.close();
  });

  it("what is withdrawn is gone, whatever else waits, and stays gone after a restart", async () => {
    const withdraw = async (collection: ListKind, slug: string) => {
      const { id } = await fixture.find(collection, slug);
      await fixture.save(collection, id, { _status: "draft" });
      await expect.poll(() => fixture.slugs(collection), PATIENCE).not.toContain(slug);
    };
    const snapshots = join(fixture.folder, "snapshots");
    rmSync(snapshots, { recursive: true });
    writeFileSync(snapshots, "not a folder");

    await withdraw("faqs", "marathon-safety");
    await fixture.create("faqs", {
      question: "On no page?",
      slug: "on-no-page",
      answer: richText("Yes."),
      _status: "published",
    });
    // The row of the one on no page cannot leave the outbox now: nothing waits for it.
    await withdraw("faqs", "how-many-sessions");

    rmSync(snapshots);
    await fixture.change("timings", "regular-upkeep", { _status: "draft" });
    const again = await openDirectoryStore(fixture.folder);
    const written = (list: string) => again.snapshot(`content/en/topics/${TOPIC}/${list}.json`)?.body ?? "";
    expect(written("faqs")).toContain("what-is-dry-needling");
    expect(written("faqs")).not.toMatch(/marathon-safety|how-many-sessions/);
    expect(written("timings")).not.toContain("regular-upkeep");
  });
});
