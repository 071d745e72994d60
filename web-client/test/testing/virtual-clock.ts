import type { Clock } from "../../src/surroundings.ts";

interface Timer {
  readonly due: number;
  readonly act: () => void;
}

/** Time that passes only when a test says so. */
export class VirtualClock implements Clock {
  now = 0;
  #timers: Timer[] = [];

  after(ms: number, act: () => void): () => void {
    const timer = { due: this.now + ms, act };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Lets time pass; what is due happens in order, with promises settled in between. */
  async advance(ms: number): Promise<void> {
    const end = this.now + ms;
    await settled();
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#timers = this.#timers.filter((other) => other !== next);
      this.now = Math.max(this.now, next.due);
      next.act();
      await settled();
    }
    this.now = end;
  }

  #next(end: number): Timer | undefined {
    return this.#timers.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
  }
}

/** Enough turns of the microtask queue for a scripted fetch and what awaits it. */
async function settled(): Promise<void> {
  for (let i = 0; i < 8; i++) {
    await Promise.resolve();
  }
}
