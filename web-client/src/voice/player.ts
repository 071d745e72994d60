import type { Clock } from "../surroundings.ts";
import type { Output } from "./sound.ts";

/** Seconds between the arrival of the first audio and its being played, against an uneven network. */
export const LEAD = 0.06;
/** Seconds of audio that may wait to be played; servers send about 0.3 ahead. */
export const MOST_AHEAD = 30;
/** The volume while somebody may be speaking over the bot. */
export const DUCKED = 0.2;
/** Seconds in which the volume changes: quick, and without a click. */
export const RAMP = 0.025;
/** Milliseconds between two looks at a clock of the output that has stopped. */
const LOOK_AGAIN = 20;

export interface PlayerListener {
  /** Everything up to the mark was heard. */
  played(mark: string): void;
  /** Nothing more is to be played. */
  silent(): void;
}

interface Piece {
  readonly end: number;
  readonly stop: () => void;
}

interface Mark {
  readonly name: string;
  readonly at: number;
}

/** Plays what arrives without a gap, piece after piece on the output's own clock, and tells when it was heard. */
export class Player {
  readonly #clock: Clock;
  readonly #output: Output;
  readonly #listener: PlayerListener;
  #rate = 0;
  /** The output's time at which all that has arrived will have been played. */
  #until = Number.NEGATIVE_INFINITY;
  #pieces: Piece[] = [];
  #marks: Mark[] = [];
  #stopWaiting = () => {};

  constructor(clock: Clock, output: Output, listener: PlayerListener) {
    this.#clock = clock;
    this.#output = output;
    this.#listener = listener;
  }

  /** Audio of this rate follows. */
  begin(rate: number): void {
    this.#rate = rate;
    this.resume();
  }

  /**
   * Takes the next samples, 16 bits each. After `clear` they are left aside until `begin`: they were on their way.
   *
   * @returns false if so much is waiting that they were not taken
   */
  add(pcm: ArrayBuffer): boolean {
    const { time } = this.#output;
    if (this.#rate === 0 || pcm.byteLength === 0) {
      return true;
    }
    const at = this.#until < time ? time + LEAD : this.#until;
    if (at - time > MOST_AHEAD) {
      return false;
    }
    const samples = linear(pcm);
    const stop = this.#output.play(samples, this.#rate, at);
    this.#until = at + samples.length / this.#rate;
    this.#pieces = this.#pieces.filter(({ end }) => end >= time);
    this.#pieces.push({ end: this.#until, stop });
    return true;
  }

  /** Tells `played` when all that came before was heard. */
  mark(name: string): void {
    if (this.#rate !== 0) {
      this.#marks.push({ name, at: Math.max(this.#until, this.#output.time) });
      this.#look();
    }
  }

  duck(): void {
    this.#output.volume(DUCKED, RAMP);
  }

  resume(): void {
    this.#output.volume(1, RAMP);
  }

  /** Drops at once all that was not yet heard. */
  clear(): void {
    this.#stopWaiting();
    for (const { stop } of this.#pieces) {
      stop();
    }
    this.#pieces = [];
    this.#marks = [];
    this.#rate = 0;
    this.#until = Number.NEGATIVE_INFINITY;
  }

  #look(): void {
    this.#stopWaiting();
    const heard = this.#output.time - this.#output.latency;
    while (this.#marks[0] && this.#marks[0].at <= heard) {
      this.#listener.played((this.#marks.shift() as Mark).name);
    }
    const next = this.#marks[0];
    if (next) {
      const wait = Math.max(LOOK_AGAIN, (next.at - heard) * 1000);
      this.#stopWaiting = this.#clock.after(wait, () => this.#look());
    } else if (this.#until <= heard) {
      this.#pieces = [];
      this.#listener.silent();
    }
  }
}

/** Reads samples of 16 bits, the lower byte first, and wipes where they were. */
function linear(pcm: ArrayBuffer): Float32Array<ArrayBuffer> {
  const view = new DataView(pcm);
  const samples = new Float32Array(pcm.byteLength >> 1);
  for (let i = 0; i < samples.length; i++) {
    samples[i] = view.getInt16(2 * i, true) / 32_768;
  }
  new Uint8Array(pcm).fill(0);
  return samples;
}
