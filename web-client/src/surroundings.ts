import { browserSound } from "./voice/browser-sound.ts";
import type { Sound } from "./voice/sound.ts";

// What a conversation needs of the browser, passed in so that tests can bring their own time, chance and network.

export interface Clock {
  /** Calls `act` once after so many milliseconds, unless the function that is returned was called before. */
  after(ms: number, act: () => void): () => void;
}

/** The part of a WebSocket that is used. */
export interface Socket {
  binaryType: string;
  readonly bufferedAmount: number;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  send(data: string | ArrayBuffer): void;
  close(code?: number): void;
}

export interface Surroundings {
  readonly clock: Clock;
  /** From 0 (included) to 1 (excluded); for pauses only, never for secrets. */
  random(): number;
  /** An id that nobody can guess, of `A-Z a-z 0-9 -`. */
  id(): string;
  socket(url: string): Socket;
  fetch(url: string, request: RequestInit): Promise<Response>;
  /** Microphone and loudspeaker; undefined without them. */
  readonly sound: Sound | undefined;
}

export const browser: Surroundings = {
  clock: {
    after(ms, act) {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
  },
  random: Math.random,
  id: () => crypto.randomUUID(),
  socket: (url) => new WebSocket(url) as Socket,
  fetch: (url, request) => fetch(url, request),
  sound: browserSound(),
};
