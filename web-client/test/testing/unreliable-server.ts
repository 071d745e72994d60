import type { Socket, Surroundings } from "../../src/surroundings.ts";
import { done, ready, say } from "./scripted-network.ts";
import { seededRandom } from "./seeded-random.ts";
import { VirtualClock } from "./virtual-clock.ts";

type Frame = Record<string, unknown>;

/** The session outlives whatever the network does. */
const PATIENT = { text: 1024, idle_s: 86_400 };

class Pipe implements Socket {
  binaryType = "blob";
  readonly bufferedAmount = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  cut = false;
  readonly #server: UnreliableServer;

  constructor(server: UnreliableServer) {
    this.#server = server;
  }

  send(data: string | ArrayBuffer): void {
    this.#server.carry(this, () => this.#server.take(this, JSON.parse(String(data)) as Frame));
  }

  close(): void {
    this.cut = true;
  }
}

/**
 * A server that keeps to docs/protocol.md with one session, behind a network that loses connections: what is on its
 * way then is lost, in both directions. Its bot answers each input with an echo of two frames.
 */
export class UnreliableServer implements Surroundings {
  readonly clock = new VirtualClock();
  readonly sound = undefined;
  readonly received: string[] = [];
  readonly said: string[] = [];
  sessions = 0;
  connections = 0;
  violations: string[] = [];

  readonly #random: () => number;
  readonly #dropRate: number;
  #pipe: Pipe | undefined;
  #log: Frame[] = [];
  #client: unknown;
  #keys = new Set<unknown>();
  #keyCount = 0;

  constructor(seed: number, dropRate: number) {
    this.#random = seededRandom(seed);
    this.#dropRate = dropRate;
  }

  random(): number {
    return this.#random();
  }

  id(): string {
    return `client-${Math.floor(this.#random() * 1e9)}`;
  }

  async fetch(): Promise<Response> {
    return this.#chance(this.#dropRate)
      ? Promise.reject(new TypeError("network"))
      : Response.json({ token: "token", expires_s: 60 });
  }

  socket(): Socket {
    this.connections++;
    const pipe = new Pipe(this);
    this.carry(pipe, () => pipe.onopen?.());
    return pipe;
  }

  /** Lets something happen after a while if the connection still stands then; sometimes it does not. */
  carry(pipe: Pipe, act: () => void): void {
    this.clock.after(20, () => {
      if (pipe.cut) {
        return;
      }
      if (this.#chance(this.#dropRate)) {
        pipe.cut = true;
        pipe.onclose?.({ code: this.#chance(0.5) ? 1006 : 4500 });
        return;
      }
      act();
    });
  }

  take(pipe: Pipe, frame: Frame): void {
    if (frame.type === "hello") {
      this.#hello(pipe, frame);
    } else if (frame.type === "text" && pipe === this.#pipe) {
      this.#text(frame);
    }
  }

  #hello(pipe: Pipe, frame: Frame): void {
    const resume = frame.resume as { key: unknown; seen: number } | undefined;
    if (resume && !this.#keys.has(resume.key)) {
      this.carry(pipe, () => pipe.onclose?.({ code: 4401 }));
      return;
    }
    if (!resume && this.#client !== frame.client) {
      this.sessions++;
      this.#client = frame.client;
      this.#log = [];
      this.#emit("hello");
      this.#emit(0);
    }
    // The key that was used is kept besides the new one, as for a `ready` that gets lost; sometimes it is void.
    this.#keys = new Set([`key-${++this.#keyCount}`, this.#chance(0.8) ? resume?.key : undefined]);
    this.#pipe = pipe;
    this.#push({
      ...ready({ received: this.received.length, resume_key: `key-${this.#keyCount}`, limits: PATIENT }),
    });
    for (const missed of this.#log.slice(resume?.seen ?? 0)) {
      this.#push(missed);
    }
  }

  #text(frame: Frame): void {
    const seq = Number(frame.seq);
    if (seq <= this.received.length) {
      return;
    }
    if (seq > this.received.length + 1) {
      this.violations.push(`gap: ${seq} after ${this.received.length}`);
    }
    this.received.push(String(frame.text));
    this.#answer(`echo ${frame.text}`, seq);
  }

  #answer(text: string, seq: number): void {
    this.clock.after(this.#random() * 400, () => {
      this.#emit(text);
      this.#emit(seq);
    });
  }

  #emit(what: string | number): void {
    const seq = this.#log.length + 1;
    const frame = (typeof what === "string" ? say(seq, what) : done(seq, what)) as Frame;
    if (typeof what === "string") {
      this.said.push(what);
    }
    this.#log.push(frame);
    this.#push(frame);
  }

  #push(frame: Frame): void {
    const pipe = this.#pipe;
    if (pipe) {
      this.carry(pipe, () => pipe.onmessage?.({ data: JSON.stringify(frame) }));
    }
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }
}
