import type { LineFrame } from "../protocol.ts";
import type { Clock } from "../surroundings.ts";
import { Player } from "./player.ts";
import { type OpenSound, type Sound, SoundError } from "./sound.ts";
import {
  SILENT,
  shown,
  step,
  type Trouble,
  type VoiceEffect,
  type VoiceEvent,
  type VoiceShown,
} from "./state.ts";

/** Bytes that may wait to be sent, two seconds of audio: what is said later than that is no conversation. */
export const MOST_BEHIND = 64_000;
/** Milliseconds that are waited for an answer, or for the voice that follows it, before it is no longer shown. */
export const PATIENCE = 8_000;

/** The server's ear, as long as a session is open. */
export interface Line {
  /** Bytes that were sent and are still here. */
  readonly behind: number;
  microphone(on: boolean): void;
  /** Sends a frame of audio, and wipes it. */
  hear(frame: ArrayBuffer): void;
  played(mark: string): void;
}

export interface VoiceView {
  voice(shown: VoiceShown, trouble: Trouble | undefined): void;
  /** @param level of what is heard, from 0 to 1 */
  level(level: number): void;
  /** The words so far; empty: nothing is being said. */
  partial(text: string): void;
  /** @param text what the person said; undefined: it was not understood, or is not to be shown */
  heard(text: string | undefined): void;
}

/** The spoken side of conversations: does what `step` says with the microphone, the player and the line. */
export class Voice {
  readonly #sound: Sound;
  readonly #clock: Clock;
  readonly #line: () => Line | undefined;
  readonly #view: VoiceView;
  #state = SILENT;
  #open: OpenSound | undefined;
  #player: Player | undefined;
  /** Counts the requests for the microphone, of which only the latest still matters. */
  #request = 0;
  #stopWaiting = () => {};

  /** @param line the line of the conversation that goes on, if one does */
  constructor(sound: Sound, clock: Clock, line: () => Line | undefined, view: VoiceView) {
    this.#sound = sound;
    this.#clock = clock;
    this.#line = line;
    this.#view = view;
  }

  /** Whether the microphone is on, or about to be. */
  get active(): boolean {
    return this.#state.microphone !== "closed";
  }

  /** Whether the bot's words are spoken, so that nobody else has to read them out. */
  get aloud(): boolean {
    return this.#state.microphone === "open" && this.#state.connected;
  }

  on(event: VoiceEvent): void {
    const before = this.#state;
    const { state, effects } = step(before, event);
    this.#state = state;
    for (const effect of effects) {
      this.#do(effect);
    }
    if (state.pending !== before.pending) {
      this.#stopWaiting();
      if (state.pending !== "nothing") {
        this.#stopWaiting = this.#clock.after(PATIENCE, () => this.on({ type: "patience" }));
      }
    }
    if (shown(state) !== shown(before) || state.trouble !== before.trouble) {
      this.#view.voice(shown(state), state.trouble);
    }
  }

  /** Takes what the server tells of speech; what comes when the microphone is off was on its way. */
  take(frame: LineFrame): void {
    if (!this.#player) {
      return;
    }
    switch (frame.type) {
      case "partial":
        this.#view.partial(frame.text);
        return this.on({ type: "partial" });
      case "heard":
        this.#view.heard(frame.text);
        return this.on({ type: "heard" });
      case "audio":
        this.#player.begin(frame.rate);
        return this.on({ type: "speaking" });
      case "mark":
        return this.#player.mark(frame.mark);
      case "duck":
        return this.#player.duck();
      case "resume":
        return this.#player.resume();
      case "clear":
        this.#player.clear();
        return this.on({ type: "silent" });
    }
  }

  /** Takes audio of the bot's voice, and wipes it. */
  play(pcm: ArrayBuffer): void {
    if (this.#player?.add(pcm) === false) {
      this.on({ type: "stopped", why: "slow" });
    }
  }

  #do(effect: VoiceEffect): void {
    switch (effect) {
      case "acquire":
        void this.#acquire(++this.#request);
        return;
      case "on":
        return this.#line()?.microphone(true);
      case "off":
        return this.#line()?.microphone(false);
      case "hush":
        this.#view.partial("");
        return this.#player?.clear();
      case "deafen":
        this.#view.partial("");
        this.#view.level(0);
        return this.#open?.deafen();
      case "release":
        return this.#release();
    }
  }

  async #acquire(request: number): Promise<void> {
    const current = () => request === this.#request;
    try {
      const open = await this.#sound.open({
        frame: (frame, level) => current() && this.#hear(frame, level),
        lost: () => current() && this.on({ type: "stopped", why: "unplugged" }),
      });
      if (!current()) {
        open.close();
        return;
      }
      this.#open = open;
      this.#player = new Player(this.#clock, open.output, {
        played: (mark) => this.#line()?.played(mark),
        silent: () => this.on({ type: "silent" }),
      });
      this.on({ type: "granted" });
    } catch (error) {
      if (current()) {
        this.on({ type: "stopped", why: error instanceof SoundError ? error.why : "unusable" });
      }
    }
  }

  #hear(frame: ArrayBuffer, level: number): void {
    if (this.#state.microphone !== "open" || !this.#state.connected) {
      return;
    }
    const line = this.#line();
    if (line && line.behind > MOST_BEHIND) {
      this.on({ type: "stopped", why: "slow" });
      return;
    }
    this.#view.level(level);
    line?.hear(frame);
  }

  #release(): void {
    this.#request++;
    this.#player?.clear();
    this.#player = undefined;
    this.#open?.close();
    this.#open = undefined;
    this.#view.partial("");
    this.#view.level(0);
  }
}
