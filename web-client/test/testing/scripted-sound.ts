import type { Denial, Hearing, OpenSound, Output, Sound } from "../../src/voice/sound.ts";
import { SoundError } from "../../src/voice/sound.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** Something that was set to be played. */
export interface Played {
  readonly samples: number[];
  readonly rate: number;
  readonly at: number;
  stopped: boolean;
}

/** A loudspeaker whose time is a test's. */
export class ScriptedOutput implements Output {
  readonly played: Played[] = [];
  readonly volumes: { volume: number; seconds: number }[] = [];
  latency = 0;
  /** Seconds that its time is behind: it stands still while they grow. */
  late = 0;
  readonly #clock: VirtualClock;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  get time(): number {
    return this.#clock.now / 1000 - this.late;
  }

  play(samples: Float32Array<ArrayBuffer>, rate: number, at: number): () => void {
    const played = { samples: [...samples], rate, at, stopped: false };
    this.played.push(played);
    return () => {
      played.stopped = true;
    };
  }

  volume(volume: number, seconds: number): void {
    this.volumes.push({ volume, seconds });
  }
}

/** A browser that gives its microphone when a test says so. */
export class ScriptedSound implements Sound {
  readonly output: ScriptedOutput;
  /** Whether somebody listens: the microphone is in use. */
  listening = false;
  closed = 0;
  #hearing: Hearing | undefined;
  #give: ((open: OpenSound) => void) | undefined;
  #refuse: ((error: Error) => void) | undefined;

  constructor(clock: VirtualClock) {
    this.output = new ScriptedOutput(clock);
  }

  open(hearing: Hearing): Promise<OpenSound> {
    this.#hearing = hearing;
    return new Promise((give, refuse) => {
      this.#give = give;
      this.#refuse = refuse;
    });
  }

  get asked(): boolean {
    return this.#give !== undefined;
  }

  async give(): Promise<void> {
    this.listening = true;
    const end = () => {
      this.listening = false;
    };
    const close = () => {
      end();
      this.closed++;
    };
    this.#give?.({ output: this.output, deafen: end, close });
    await settled();
  }

  async refuse(why: Denial | undefined): Promise<void> {
    this.#refuse?.(why ? new SoundError(why) : new Error("something else"));
    await settled();
  }

  /** Lets the microphone hear a frame of samples. */
  hear(...samples: number[]): ArrayBuffer {
    const frame = Int16Array.from(samples).buffer;
    this.#hearing?.frame(frame, 0.25);
    return frame;
  }

  unplug(): void {
    this.#hearing?.lost();
  }
}

async function settled(): Promise<void> {
  for (let i = 0; i < 8; i++) {
    await Promise.resolve();
  }
}
