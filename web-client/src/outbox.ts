/** One thing the person typed, on its way. */
export interface Outgoing {
  readonly id: number;
  readonly text: string;
}

/** The most inputs that wait; more are refused until one was answered. */
export const OUTBOX_LIMIT = 16;

/**
 * What the person typed and the server has not answered, oldest first. Only the head is ever under way, so a refused
 * input leaves no gap in the numbers: its `seq` is free and the next one takes it.
 */
export class Outbox {
  #waiting: Outgoing[] = [];
  #answered = 0;
  #arrived = false;

  get full(): boolean {
    return this.#waiting.length >= OUTBOX_LIMIT;
  }

  get head(): Outgoing | undefined {
    return this.#waiting[0];
  }

  /** The `seq` of the head; if nothing waits, of the next input. */
  get seq(): number {
    return this.#answered + 1;
  }

  /** Whether the server is known to have the head, so that it must not be sent again. */
  get arrived(): boolean {
    return this.#arrived;
  }

  add(outgoing: Outgoing): void {
    this.#waiting.push(outgoing);
  }

  /**
   * Takes note of how many inputs the server says it has.
   *
   * @returns false if that cannot be: it has fewer than it answered, or some that were never sent
   */
  received(count: number): boolean {
    const sendable = this.#waiting.length > 0 ? 1 : 0;
    if (count < this.#answered || count > this.#answered + sendable) {
      return false;
    }
    this.#arrived = count > this.#answered;
    return true;
  }

  /** The server has answered the head; returns it. */
  answered(): Outgoing | undefined {
    this.#answered++;
    this.#arrived = false;
    return this.#waiting.shift();
  }

  /** The server did not take the head and never will; returns it. */
  refused(): Outgoing | undefined {
    this.#arrived = false;
    return this.#waiting.shift();
  }

  /** Begins from 1 for a new session; returns what the old one did not answer. */
  restart(): Outgoing[] {
    const left = this.#waiting;
    this.#waiting = [];
    this.#answered = 0;
    this.#arrived = false;
    return left;
  }
}
