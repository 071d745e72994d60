import { Connection, type Over, type Place, type SessionFrame } from "./connection.ts";
import { Outbox } from "./outbox.ts";
import type { Card, Fault, LineFrame, Ready } from "./protocol.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Line } from "./voice/voice.ts";

/** What became of an input that was taken. */
export type Delivery = "sent" | "failed";

export type ConversationEvent =
  /** A session is there: the first one, the same one again, or another one. */
  | { type: "open"; bot: string; version: string; locale: string; textLimit: number; audio: boolean }
  /** The connection is gone; another attempt follows by itself. */
  | { type: "interrupted" }
  /** The session is gone, and with it what the bot knew; a new one follows by itself. */
  | { type: "restarted" }
  | { type: "said"; text: string; secret: boolean; concealed: boolean; ttl: number | undefined }
  | { type: "card"; card: Card }
  | { type: "transferred" }
  | { type: "delivery"; id: number; state: Delivery }
  /** Whether the bot owes an answer. */
  | { type: "thinking"; on: boolean }
  /** What tells of speech as it happens. */
  | { type: "line"; frame: LineFrame }
  /** The bot's voice. */
  | { type: "audio"; pcm: ArrayBuffer }
  /** A turn is over that nothing typed began. */
  | { type: "answered" }
  /** The server does not listen any more; the conversation goes on in writing. */
  | { type: "unheard"; busy: boolean }
  /** The session is over; the bot's last words may still be on their way. */
  | { type: "ending" }
  | { type: "over"; why: Over };

/** Milliseconds without a frame, while an answer is due, after which the connection is taken for dead. */
export const ANSWER_TIMEOUT = 20_000;
/** How often an input is sent again to a server that did not take it. */
export const REFUSALS = 4;
/** Milliseconds before an input is sent again to a busy server; doubled each time. */
export const BUSY_PAUSE = 1_000;

/**
 * One conversation with one bot, without a lost or doubled message in either direction as long as the server keeps
 * the session. Of what is said it holds nothing but the inputs that are not answered yet.
 */
export class Conversation {
  readonly #around: Surroundings;
  readonly #tell: (event: ConversationEvent) => void;
  readonly #connection: Connection;
  readonly #outbox = new Outbox();

  #over = false;
  #underWay = false;
  #timesRefused = 0;
  #ids = 0;
  #stopTimer = () => {};

  constructor(around: Surroundings, place: Place, tell: (event: ConversationEvent) => void) {
    this.#around = around;
    this.#tell = tell;
    this.#connection = new Connection(around, place, {
      ready: (ready) => this.#ready(ready),
      frame: (frame) => this.#frame(frame),
      line: (frame) => this.#tell({ type: "line", frame }),
      audio: (pcm) => this.#tell({ type: "audio", pcm }),
      interrupted: () => {
        this.#owed(false);
        this.#tell({ type: "interrupted" });
      },
      lost: () => {
        this.#giveUp();
        this.#tell({ type: "restarted" });
      },
      over: (why) => this.#finished(why),
    });
  }

  /** The server's ear. */
  get line(): Line {
    const connection = this.#connection;
    return {
      get behind() {
        return connection.behind;
      },
      microphone: (on) => connection.send({ type: "microphone", state: on ? "on" : "off" }),
      hear: (pcm) => connection.sendAudio(pcm),
      played: (mark) => connection.sendPlayed(mark),
    };
  }

  start(): void {
    this.#connection.start();
  }

  /** There is reason to believe that the network is back. */
  hurry(): void {
    this.#connection.hurry();
  }

  /**
   * Takes what the person typed; it is sent as soon as its turn comes.
   *
   * @param text as `tidy` leaves it, within the text limit
   * @returns an id that `delivery` events refer to, or undefined if too much is waiting or the conversation is over
   */
  submit(text: string): number | undefined {
    if (this.#over || this.#outbox.full) {
      return undefined;
    }
    const id = ++this.#ids;
    this.#outbox.add({ id, text });
    if (this.#outbox.head?.id === id) {
      this.#sendHead();
    }
    return id;
  }

  /** The person leaves: nothing more is taken or shown, and the server is told if it can be reached. */
  leave(): void {
    if (!this.#over) {
      this.#connection.leave(this.#outbox.seq + (this.#underWay ? 1 : 0));
    }
  }

  #ready(ready: Ready): void {
    const { bot, version, locale, textLimit, audio } = ready;
    if (!this.#outbox.received(ready.received)) {
      this.#connection.discard();
      return;
    }
    this.#tell({ type: "open", bot, version, locale, textLimit, audio });
    if (this.#outbox.arrived) {
      this.#owed(true);
    } else {
      this.#sendHead();
    }
  }

  #sendHead(): void {
    const head = this.#outbox.head;
    if (head && this.#connection.open) {
      this.#connection.send({ type: "text", seq: this.#outbox.seq, text: head.text });
      this.#owed(true);
    }
  }

  #frame(frame: SessionFrame): void {
    if (this.#underWay) {
      this.#watch();
    }
    switch (frame.type) {
      case "said": {
        const { text, secret, concealed, ttl } = frame;
        return this.#tell({ type: "said", text, secret, concealed, ttl });
      }
      case "card":
        return frame.secret ? undefined : this.#tell({ type: "card", card: frame });
      case "transfer":
        return this.#tell({ type: "transferred" });
      case "done":
        return this.#done(frame.cause);
      case "end":
        this.#done(this.#outbox.seq);
        return this.#tell({ type: "ending" });
      case "error":
        return this.#refused(frame);
    }
  }

  #done(cause: number): void {
    if (cause === 0) {
      this.#tell({ type: "answered" });
    }
    if (this.#underWay && cause === this.#outbox.seq) {
      this.#settle(this.#outbox.answered()?.id, "sent");
      this.#connection.steady();
    }
  }

  #refused(error: Fault): void {
    if (/^(voice|audio)\.|^busy\.speech$/.test(error.code)) {
      this.#tell({ type: "unheard", busy: error.code === "busy.speech" });
      return;
    }
    if (!this.#underWay || error.cause !== this.#outbox.seq) {
      return;
    }
    if (error.code.startsWith("text.") || ++this.#timesRefused > REFUSALS) {
      this.#settle(this.#outbox.refused()?.id, "failed");
    } else if (error.code.startsWith("busy.")) {
      this.#stopTimer();
      const pause = BUSY_PAUSE * 2 ** (this.#timesRefused - 1) * (0.5 + this.#around.random() / 2);
      this.#stopTimer = this.#around.clock.after(pause, () => this.#sendHead());
    }
    // Otherwise the connection is closed now, and the input is sent again over the next one.
  }

  #settle(id: number | undefined, state: Delivery): void {
    this.#timesRefused = 0;
    this.#owed(false);
    if (id !== undefined) {
      this.#tell({ type: "delivery", id, state });
    }
    this.#sendHead();
  }

  #finished(why: Over): void {
    this.#over = true;
    this.#giveUp();
    this.#tell({ type: "over", why });
  }

  #giveUp(): void {
    this.#owed(false);
    this.#timesRefused = 0;
    for (const { id } of this.#outbox.restart()) {
      this.#tell({ type: "delivery", id, state: "failed" });
    }
  }

  #owed(on: boolean): void {
    this.#stopTimer();
    if (on) {
      this.#watch();
    }
    if (on !== this.#underWay) {
      this.#underWay = on;
      this.#tell({ type: "thinking", on });
    }
  }

  #watch(): void {
    this.#stopTimer();
    this.#stopTimer = this.#around.clock.after(ANSWER_TIMEOUT, () => this.#connection.suspect());
  }
}
