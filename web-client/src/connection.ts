import { Backoff } from "./backoff.ts";
import { Link, MALFORMED } from "./link.ts";
import {
  type AudioOffer,
  type ClientFrame,
  type EndReason,
  type LineFrame,
  ProtocolError,
  type Ready,
  type ServerFrame,
} from "./protocol.ts";
import type { Surroundings } from "./surroundings.ts";
import { requestToken } from "./token.ts";
import { RATE } from "./voice/sound.ts";

/** Why there will be no more of a conversation: its own end, or why it cannot be had. */
export type Over = EndReason | "replaced" | "refused" | "incompatible";

export interface Place {
  /** The server's address, `https://HOST[:PORT]`. */
  readonly server: string;
  readonly bot: string;
  readonly locale?: string;
}

const FORMAT = { encoding: "pcm_s16le", rate: RATE } as const;
const AUDIO: AudioOffer = { listen: FORMAT, speak: FORMAT };

/** A frame of a session, or an `error` about an input. */
export type SessionFrame = Exclude<ServerFrame, LineFrame>;

export interface ConnectionListener {
  /** A session is there: a new one, or the same one again. */
  ready(ready: Ready): void;
  /** The next frame of the session, each one once and none left out; or an `error` about an input. */
  frame(frame: SessionFrame): void;
  /** What tells of speech as it happens. */
  line(frame: LineFrame): void;
  /** The bot's voice: whole samples. */
  audio(pcm: ArrayBuffer): void;
  /** The connection is gone; another attempt follows by itself. */
  interrupted(): void;
  /** The session is gone; a new one follows by itself. */
  lost(): void;
  /** Nothing follows. */
  over(why: Over): void;
}

/** Milliseconds from an attempt's start to `ready`. */
export const CONNECT_TIMEOUT = 10_000;
/** Milliseconds after which a handled frame is reported as seen. */
export const SEEN_DELAY = 1_000;
/** Milliseconds that the server has to close the connection of a session that is over. */
export const LEAVE_TIMEOUT = 3_000;
/** Milliseconds that a connection has to last for the next pause to be short again. */
export const STEADY_AFTER = 10_000;
/** Milliseconds beyond the idle time-out after which the session is over, even if the server cannot say so. */
export const ABSENCE_MARGIN = 30_000;
/** Milliseconds to wait at least after "too much, too fast" or "no capacity". */
export const LATER = 5_000;
/** How many tokens in a row may be refused. */
export const TOKEN_ATTEMPTS = 3;

type Phase = "idle" | "connecting" | "open" | "waiting" | "leaving" | "over";

/**
 * Holds on to one session over as many WebSocket connections as it takes: gets in with a token, resumes where it
 * was, leaves out frames that it has had already, and does after each close what the protocol's table says.
 */
export class Connection {
  readonly #around: Surroundings;
  readonly #place: Place;
  readonly #listener: ConnectionListener;
  readonly #backoff: Backoff;

  #phase: Phase = "idle";
  #link: Link | undefined;
  /** Our own id for the session: leads back to it even if its `ready` never arrived. */
  #client: string;
  #session: string | undefined;
  #resumeKey: string | undefined;
  #idle = 0;
  #seen = 0;
  #gapAt = -1;
  #tokensRefused = 0;
  #lastError = "";
  #ended: EndReason | undefined;
  #audio = false;
  #attempt = 0;
  #stopTimer = () => {};
  #stopReporting: (() => void) | undefined;
  #stopExpecting = () => {};

  constructor(around: Surroundings, place: Place, listener: ConnectionListener) {
    this.#around = around;
    this.#place = place;
    this.#listener = listener;
    this.#backoff = new Backoff(() => around.random());
    this.#client = around.id();
  }

  get open(): boolean {
    return this.#phase === "open";
  }

  start(): void {
    if (this.#phase === "idle") {
      this.#connect();
    }
  }

  /** Sends a frame if there is a connection; what is lost is for the caller to repeat after the next `ready`. */
  send(frame: ClientFrame): void {
    if (this.open) {
      this.#link?.send(frame);
    }
  }

  /** Sends a frame even if the session is over and its last words are still being played. */
  sendPlayed(mark: string): void {
    if (this.#attached) {
      this.#link?.send({ type: "played", mark });
    }
  }

  /** Sends audio if there is a connection that takes it, and wipes it; what is lost is not repeated. */
  sendAudio(pcm: ArrayBuffer): void {
    if (this.open && this.#audio) {
      this.#link?.sendAudio(pcm);
    }
  }

  /** Bytes that were sent and are still here. */
  get behind(): number {
    return this.#link?.behind ?? 0;
  }

  /** There is reason to believe that the network is back: does not wait for the end of the pause. */
  hurry(): void {
    if (this.#phase === "waiting") {
      this.#connect();
    }
  }

  /** The connection does what it is for: the next pause will be short. */
  steady(): void {
    this.#backoff.reset();
  }

  /** The connection seems dead: takes another one to the same session. */
  suspect(): void {
    if (this.open) {
      this.#retry(0);
    }
  }

  /** The session makes no sense any more: begins another one. */
  discard(): void {
    this.#forget();
    this.#retry(0);
  }

  /** The person leaves; without a connection the server's idle time-out ends the session. */
  leave(seq: number): void {
    if (this.open) {
      this.#link?.send({ type: "end", seq });
      this.#awaitClose();
    } else if (this.#phase !== "leaving") {
      this.#finish("left");
    }
  }

  #connect(): void {
    this.#phase = "connecting";
    this.#lastError = "";
    const attempt = ++this.#attempt;
    this.#setTimer(CONNECT_TIMEOUT, () => this.#retry(0));
    if (this.#session !== undefined && this.#resumeKey !== undefined) {
      const resume = { session: this.#session, key: this.#resumeKey, seen: this.#seen };
      this.#dial({ type: "hello", version: 1, resume, ...this.#offer });
      return;
    }
    void requestToken(this.#around, this.#place.server, this.#place.bot).then((answer) => {
      if (attempt !== this.#attempt || this.#phase !== "connecting") {
        return;
      }
      if (answer.kind === "token") {
        this.#dial(this.#hello(answer.token));
      } else if (answer.kind === "later") {
        this.#retry(answer.after);
      } else {
        this.#finish("refused");
      }
    });
  }

  get #offer(): { audio?: AudioOffer } {
    return this.#around.sound ? { audio: AUDIO } : {};
  }

  #hello(token: string): ClientFrame {
    const { bot, locale } = this.#place;
    return {
      type: "hello",
      version: 1,
      bot,
      token,
      client: this.#client,
      ...(locale === undefined ? {} : { locale }),
      ...this.#offer,
    };
  }

  #dial(hello: ClientFrame): void {
    const address = new URL("/v1/socket", this.#place.server);
    address.protocol = address.protocol === "http:" ? "ws:" : "wss:";
    const link = new Link(this.#around.socket(address.href), {
      opened: () => link.send(hello),
      frame: (frame) => this.#take(frame),
      audio: (pcm) => this.#play(pcm),
      closed: (code) => this.#closed(code),
    });
    this.#link = link;
  }

  #take(frame: ServerFrame): void {
    if (frame.type === "ready" ? this.#phase !== "connecting" : frame.type !== "error" && !this.#attached) {
      this.#link?.drop(MALFORMED);
      this.#closed(MALFORMED);
    } else if (frame.type === "ready") {
      this.#ready(frame);
    } else if (frame.type === "error") {
      this.#lastError = frame.code;
      this.#listener.frame(frame);
    } else if (!("seq" in frame)) {
      this.#stillSpoken();
      this.#listener.line(frame);
    } else if (this.#isNext(frame.seq)) {
      if (frame.type === "end") {
        this.#ended = frame.reason;
        this.#awaitClose();
      }
      this.#listener.frame(frame);
    }
  }

  #play(pcm: ArrayBuffer): void {
    if (!this.#attached || !this.#audio || pcm.byteLength % 2 !== 0) {
      throw new ProtocolError("a binary frame that is no audio");
    }
    this.#stillSpoken();
    this.#listener.audio(pcm);
  }

  /** The server closes the connection only when the bot's last words were heard. */
  #stillSpoken(): void {
    if (this.#phase === "leaving" && this.#ended !== undefined) {
      this.#awaitClose();
    }
  }

  get #attached(): boolean {
    return this.#phase === "open" || this.#phase === "leaving";
  }

  #ready(ready: Ready): void {
    if (this.#session !== ready.session) {
      this.#forget(this.#client);
    }
    this.#session = ready.session;
    this.#resumeKey = ready.resumeKey;
    this.#tokensRefused = 0;
    this.#idle = ready.idle;
    this.#audio = ready.audio;
    this.#phase = "open";
    this.#expect();
    this.#setTimer(STEADY_AFTER, () => this.steady());
    this.#listener.ready(ready);
  }

  #isNext(seq: number): boolean {
    if (seq <= this.#seen) {
      return false;
    }
    if (seq > this.#seen + 1 && this.open) {
      if (this.#gapAt === this.#seen) {
        this.discard();
      } else {
        this.#gapAt = this.#seen;
        this.#retry(0);
      }
      return false;
    }
    this.#seen = seq;
    this.#expect();
    this.#stopReporting ??= this.#around.clock.after(SEEN_DELAY, () => {
      this.#stopReporting = undefined;
      this.send({ type: "seen", upto: this.#seen });
    });
    return true;
  }

  /** If nothing is heard for longer than a session lives, it is over; a computer may have slept through its end. */
  #expect(): void {
    this.#stopExpecting();
    if (this.#idle > 0) {
      const gone = this.#idle * 1000 + ABSENCE_MARGIN;
      this.#stopExpecting = this.#around.clock.after(gone, () => this.#finish("expired"));
    }
  }

  #closed(code: number): void {
    this.#link = undefined;
    if (this.#phase === "leaving") {
      this.#finish(this.#ended ?? "left");
      return;
    }
    switch (code) {
      case 1000:
        return this.#finish("completed");
      case 1009:
      case 4400:
        return this.#finish("incompatible");
      case 4403:
        return this.#finish("refused");
      case 4409:
        return this.#finish("replaced");
      case 4401:
        this.#resumeKey = undefined;
        return ++this.#tokensRefused < TOKEN_ATTEMPTS ? this.#retry(0) : this.#finish("refused");
      case 4410:
        if (this.#lastError === "session.expired") {
          return this.#finish("expired");
        }
        this.#forget();
        return this.#retry(0);
      case 1001:
        this.#forget();
        return this.#retry(0);
      case 4503:
        this.#forget();
        return this.#retry(LATER);
      case 4429:
        return this.#retry(LATER);
      default:
        return this.#retry(0);
    }
  }

  #retry(atLeast: number): void {
    this.#release();
    if (this.#attached) {
      this.#listener.interrupted();
    }
    this.#phase = "waiting";
    this.#setTimer(atLeast + this.#backoff.next(), () => this.#connect());
  }

  #forget(client = this.#around.id()): void {
    const had = this.#session !== undefined;
    this.#session = undefined;
    this.#resumeKey = undefined;
    this.#seen = 0;
    this.#gapAt = -1;
    this.#client = client;
    if (had) {
      this.#listener.lost();
    }
  }

  #awaitClose(): void {
    this.#phase = "leaving";
    this.#setTimer(LEAVE_TIMEOUT, () => this.#finish(this.#ended ?? "left"));
  }

  #finish(why: Over): void {
    this.#release();
    this.#stopTimer();
    this.#stopExpecting();
    if (this.#phase !== "over") {
      this.#phase = "over";
      this.#listener.over(why);
    }
  }

  #release(): void {
    this.#link?.drop();
    this.#link = undefined;
    this.#stopReporting?.();
    this.#stopReporting = undefined;
  }

  #setTimer(ms: number, act: () => void): void {
    this.#stopTimer();
    this.#stopTimer = this.#around.clock.after(ms, act);
  }
}
