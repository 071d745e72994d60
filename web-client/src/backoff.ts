/**
 * The pauses between attempts to connect: each about twice the one before, and none the same for two clients, so
 * that a server that comes back is not met by everybody at once.
 */
export class Backoff {
  readonly #random: () => number;
  readonly #first: number;
  readonly #longest: number;
  #failures = 0;

  /** @param random numbers from 0 (included) to 1 (excluded); the pauses are in milliseconds */
  constructor(random: () => number, first = 500, longest = 30_000) {
    this.#random = random;
    this.#first = first;
    this.#longest = longest;
  }

  /** The next pause: between half of its full length and all of it. */
  next(): number {
    const full = Math.min(this.#longest, this.#first * 2 ** this.#failures);
    this.#failures++;
    return full * (0.5 + this.#random() / 2);
  }

  /** To be called when something was achieved, not as soon as a connection stands. */
  reset(): void {
    this.#failures = 0;
  }
}
