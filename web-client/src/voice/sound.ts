// What a conversation needs of a browser to be spoken, passed in so that tests can bring their own microphone and ear.

/** Samples a second on the wire, in both directions. */
export const RATE = 16_000;

/** Why there is no microphone. */
export type Denial = "refused" | "missing" | "unusable";

/** A microphone that could not be had. */
export class SoundError extends Error {
  readonly why: Denial;

  constructor(why: Denial) {
    super(`no microphone: ${why}`);
    this.why = why;
  }
}

/** Takes what a microphone hears. */
export interface Hearing {
  /** The next 20 to 40 ms: 16 bits, 16,000 a second, one channel; and the level in them, from 0 to 1. */
  frame(frame: ArrayBuffer, level: number): void;
  /** The microphone is gone. */
  lost(): void;
}

/** Where the bot's voice is played. Its times are in seconds and go on as long as it is open. */
export interface Output {
  readonly time: number;
  /** Seconds from the time for which something is set to when it is heard. */
  readonly latency: number;
  /** Plays samples from -1 to 1 at a time, and wipes them afterwards; returns what stops it at once. */
  play(samples: Float32Array<ArrayBuffer>, rate: number, at: number): () => void;
  /** Brings the volume, from 0 to 1, to another one within so many seconds. */
  volume(volume: number, seconds: number): void;
}

export interface OpenSound {
  readonly output: Output;
  /** Ends the microphone; what is played goes on. */
  deafen(): void;
  /** Ends everything. */
  close(): void;
}

/** A browser that has what it takes to speak and to listen. */
export interface Sound {
  /**
   * Asks for the microphone, which the browser may ask the person about. To be called while the press of a button is
   * being handled: without one, browsers do not play.
   *
   * @throws SoundError (as a rejection) if there is none to be had
   */
  open(hearing: Hearing): Promise<OpenSound>;
}
