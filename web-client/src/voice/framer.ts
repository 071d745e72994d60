import { Resampler } from "./resampler.ts";

/** Seconds in a frame: four blocks of an audio worklet at 16,000 samples a second. */
const FRAME_S = 0.032;

/**
 * Takes one frame of linear samples of 16 bits and the level in it, the root mean square from 0 to 1. The frame is the
 * taker's own.
 */
export type TakeFrame = (frame: ArrayBuffer, level: number) => void;

/** Cuts what a microphone hears, samples from -1 to 1, into the frames of the wire. */
export class Framer {
  readonly #take: TakeFrame;
  readonly #resampler: Resampler | undefined;
  readonly #length: number;
  #frame: Int16Array<ArrayBuffer>;
  #filled = 0;
  #energy = 0;

  /** @param from samples a second of what comes in; @param to of what goes out */
  constructor(from: number, to: number, take: TakeFrame) {
    this.#take = take;
    this.#resampler = from === to ? undefined : new Resampler(from, to);
    this.#length = Math.round(to * FRAME_S);
    this.#frame = new Int16Array(this.#length);
  }

  push(samples: Float32Array): void {
    if (this.#resampler) {
      this.#resampler.push(samples, (sample) => this.#add(sample));
    } else {
      for (const sample of samples) {
        this.#add(sample);
      }
    }
  }

  #add(sample: number): void {
    // A typed array takes numbers modulo 65536: without the limits a loud voice would crackle.
    this.#frame[this.#filled++] = Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768)));
    this.#energy += sample * sample;
    if (this.#filled === this.#length) {
      const full = this.#frame;
      const level = Math.min(1, Math.sqrt(this.#energy / this.#length));
      this.#frame = new Int16Array(this.#length);
      this.#filled = 0;
      this.#energy = 0;
      this.#take(full.buffer, level);
    }
  }
}
