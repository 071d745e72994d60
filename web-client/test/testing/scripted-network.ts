import type { Socket, Surroundings } from "../../src/surroundings.ts";
import type { Sound } from "../../src/voice/sound.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** The far end of one socket, in the hands of a test. */
export class ScriptedSocket implements Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly sent: Record<string, unknown>[] = [];
  /** The binary frames, as they were when they were sent. */
  readonly audio: ArrayBuffer[] = [];
  binaryType = "blob";
  bufferedAmount = 0;
  closedWith: number | undefined;

  send(data: string | ArrayBuffer): void {
    if (typeof data === "string") {
      this.sent.push(JSON.parse(data) as Record<string, unknown>);
    } else {
      this.audio.push(data.slice(0));
    }
  }

  close(code = 1005): void {
    this.closedWith = code;
  }

  accept(): void {
    this.onopen?.();
  }

  say(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  /** Lets samples of 16 bits arrive. */
  play(...samples: number[]): void {
    this.onmessage?.({ data: Int16Array.from(samples).buffer });
  }

  hangUp(code: number): void {
    this.onclose?.({ code });
  }

  /** What was sent besides `hello` and `seen`. */
  get inputs(): Record<string, unknown>[] {
    return this.sent.filter(({ type }) => type !== "hello" && type !== "seen");
  }
}

/** Surroundings in which nothing happens but what a test scripts. */
export class ScriptedNetwork implements Surroundings {
  readonly clock = new VirtualClock();
  sound: Sound | undefined;
  readonly sockets: ScriptedSocket[] = [];
  readonly requests: { url: string; body: unknown }[] = [];
  /** The answers to the next requests; when they run out: a new token each. */
  readonly answers: Response[] = [];
  #ids = 0;

  random(): number {
    return 0.5;
  }

  id(): string {
    return `client-${++this.#ids}`;
  }

  socket(): Socket {
    const socket = new ScriptedSocket();
    this.sockets.push(socket);
    return socket;
  }

  async fetch(url: string, request: RequestInit): Promise<Response> {
    this.requests.push({ url, body: JSON.parse(String(request.body)) });
    return this.answers.shift() ?? Response.json({ token: `token-${this.requests.length}`, expires_s: 60 });
  }

  get last(): ScriptedSocket {
    const socket = this.sockets.at(-1);
    if (!socket) {
      throw new Error("no socket was opened");
    }
    return socket;
  }
}

export function ready(members: object = {}): object {
  return {
    type: "ready",
    session: "s1",
    resume_key: "k1",
    received: 0,
    bot: "coffee",
    version: "3f2a9c1d",
    locale: "en-GB",
    limits: { text: 1024, frame: 16384, binary: 65536, idle_s: 300, lifetime_s: 3600 },
    ...members,
  };
}

export function say(seq: number, text: string, members: object = {}): object {
  return { type: "say", seq, turn: 0, text, class: "public", ...members };
}

const FORMAT = { encoding: "pcm_s16le", rate: 16_000 };

/** What a client that can speak and play offers, and a server that can be spoken to repeats. */
export const AUDIO = { listen: FORMAT, speak: FORMAT };

export function done(seq: number, cause: number): object {
  return { type: "done", seq, turn: cause, cause, action: "ElicitIntent" };
}
