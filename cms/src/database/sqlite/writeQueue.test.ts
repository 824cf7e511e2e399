import { describe, expect, it } from "vitest";
import { DatabaseBusyError, WriteQueue } from "./writeQueue.ts";

describe("the queue of writers", () => {
  it("serves one at a time, first come, first served", async () => {
    const queue = new WriteQueue(1000);
    const served: number[] = [];
    let inside = 0;

    await Promise.all(
      [1, 2, 3].map(async (n) => {
        const end = await queue.take();
        served.push(n);
        expect(++inside).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 5));
        inside--;
        end();
      }),
    );

    expect(served).toEqual([1, 2, 3]);
  });

  it("refuses who has waited too long, and serves those who come later", async () => {
    const queue = new WriteQueue(20);
    const end = await queue.take();
    await expect(queue.take()).rejects.toBeInstanceOf(DatabaseBusyError);
    const next = queue.take();
    end();

    await expect(next).resolves.toBeTypeOf("function");
  });

  it("counts the end of a turn once", async () => {
    const queue = new WriteQueue(20);
    const end = await queue.take();
    end();
    await queue.take();
    end();

    await expect(queue.take()).rejects.toBeInstanceOf(DatabaseBusyError);
  });
});
