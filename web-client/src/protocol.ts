// The frames of docs/protocol.md, as far as the widget has use for them, and their codec. Nothing in here knows
// of a socket or of a page. What arrives is checked member by member before anything else sees it.

/** How sensitive a frame's content is; what is `secret` never reaches the page. */
export type Sensitivity = "public" | "internal" | "personal" | "secret";

/** Why a session is over. */
export type EndReason = "completed" | "left" | "transferred" | "expired" | "failed" | "drained";

/** How audio goes one way. */
export interface AudioFormat {
  encoding: "pcm_s16le";
  rate: number;
}

/** What a client that can speak and play sends and takes. */
export interface AudioOffer {
  listen: AudioFormat;
  speak: AudioFormat;
}

export type ClientFrame =
  | {
      type: "hello";
      version: 1;
      bot: string;
      token: string;
      locale?: string;
      client: string;
      audio?: AudioOffer;
    }
  | {
      type: "hello";
      version: 1;
      resume: { session: string; key: string; seen: number };
      audio?: AudioOffer;
    }
  | { type: "text"; seq: number; text: string }
  | { type: "microphone"; state: "on" | "off" }
  | { type: "played"; mark: string }
  | { type: "seen"; upto: number }
  | { type: "end"; seq: number };

export interface Ready {
  type: "ready";
  session: string;
  resumeKey: string;
  received: number;
  bot: string;
  version: string;
  locale: string;
  /** The most code points that one `text` may have. */
  textLimit: number;
  /** Seconds without an input after which the server ends the session; 0: it ends with the connection. */
  idle: number;
  /** Whether audio as it was offered may be sent and will be. */
  audio: boolean;
}

/** A `say` or an `ask`: to a text client both are words of the bot. */
export interface Said {
  type: "said";
  seq: number;
  /** Empty if the content is secret. */
  text: string;
  secret: boolean;
  /** Whether the answer to it is secret and not to be shown. */
  concealed: boolean;
  /** Seconds that the text may be shown; absent: as long as the conversation. */
  ttl?: number;
}

/** A choice on a card: what is written on it, and what the person says by it. */
export interface Choice {
  text: string;
  value: string;
}

/** Something to look at and to choose from. */
export interface Card {
  type: "card";
  seq: number;
  title: string;
  subtitle: string;
  /** The address of a picture; empty without one. */
  image: string;
  buttons: Choice[];
  secret: boolean;
}

export interface Done {
  type: "done";
  seq: number;
  /** The client's `seq` that is answered; 0 if the bot spoke first. */
  cause: number;
}

export interface Fault {
  type: "error";
  code: string;
  /** The client's `seq` that was not taken, if the error is about one. */
  cause?: number;
}

export type ServerFrame =
  | Ready
  | Said
  | Card
  | Done
  | Fault
  | { type: "transfer"; seq: number }
  | { type: "end"; seq: number; reason: EndReason }
  /** A frame of the protocol that the widget only counts. */
  | { type: "other"; seq: number }
  | LineFrame;

/** What tells of speech as it happens. It is not of the session's frames: it has no number and is never replayed. */
export type LineFrame =
  /** The words so far. */
  | { type: "partial"; text: string }
  /** The person's turn is over; without a text it was nothing for this bot, or is not to be shown. */
  | { type: "heard"; text?: string }
  /** Audio of this rate follows. */
  | { type: "audio"; rate: number }
  | { type: "mark"; mark: string }
  | { type: "duck" }
  | { type: "resume" }
  | { type: "clear" };

/** What arrived is not of the protocol. Tells which member is wrong, never what it held. */
export class ProtocolError extends Error {}

/** The longest text that any server takes; `ready` may lower it. */
export const TEXT_LIMIT = 1024;

const SENSITIVITIES: readonly string[] = ["public", "internal", "personal", "secret"];
const END_REASONS: readonly string[] = ["completed", "left", "transferred", "expired", "failed", "drained"];
const COUNTED_ONLY: readonly string[] = ["understood", "payload", "play"];
/** The rates that a bot speaks at. */
const RATES: readonly unknown[] = [8_000, 16_000];

const MOST_BUTTONS = 5;

type Members = Record<string, unknown>;

export function encode(frame: ClientFrame): string {
  return JSON.stringify(frame);
}

/**
 * Reads one text frame of the server.
 *
 * @throws ProtocolError if it is not JSON, of no known type, or if a member that is needed is missing or wrong
 */
export function decode(data: string): ServerFrame {
  const frame = parse(data);
  const type = string(frame, "type");
  switch (type) {
    case "ready":
      return ready(frame);
    case "say":
    case "ask":
      return said(frame);
    case "card":
      return card(frame);
    case "done":
      return { type, seq: ordinal(frame, "seq"), cause: count(frame, "cause") };
    case "transfer":
      return { type, seq: ordinal(frame, "seq") };
    case "end":
      return { type, seq: ordinal(frame, "seq"), reason: oneOf(frame, "reason", END_REASONS) as EndReason };
    case "error":
      return {
        type,
        code: string(frame, "code"),
        ...(frame.cause === undefined ? {} : { cause: count(frame, "cause") }),
      };
    case "partial":
      return { type, text: string(frame, "text") };
    case "heard":
      return { type, ...(frame.text === undefined ? {} : { text: string(frame, "text") }) };
    case "audio":
      return { type, rate: audioRate(frame) };
    case "mark":
      return { type, mark: string(frame, "mark") };
    case "duck":
    case "resume":
    case "clear":
      return { type };
    default:
      if (!COUNTED_ONLY.includes(type)) {
        throw new ProtocolError("the frame is of an unknown type");
      }
      return { type: "other", seq: ordinal(frame, "seq") };
  }
}

/** Makes typed text fit for the wire: trimmed, without null characters and without halves of surrogate pairs. */
export function tidy(typed: string): string {
  return typed
    .replaceAll("\0", "")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .trim();
}

/** The number of code points in a text, which is what the limits count. */
export function length(text: string): number {
  let points = 0;
  for (const _ of text) {
    points++;
  }
  return points;
}

function parse(data: string): Members {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    // The parser's own message would quote what was said.
    throw new ProtocolError("the frame is not JSON");
  }
  if (!isObject(value)) {
    throw new ProtocolError("the frame is not an object");
  }
  return value;
}

function ready(frame: Members): Ready {
  const limits = frame.limits;
  if (!isObject(limits)) {
    throw new ProtocolError('"limits" is not an object');
  }
  return {
    type: "ready",
    session: string(frame, "session"),
    resumeKey: string(frame, "resume_key"),
    received: count(frame, "received"),
    bot: string(frame, "bot"),
    version: string(frame, "version"),
    locale: string(frame, "locale"),
    textLimit: Math.min(ordinal(limits, "text"), TEXT_LIMIT),
    idle: count(limits, "idle_s"),
    audio: isObject(frame.audio),
  };
}

function said(frame: Members): Said {
  const secret = oneOf(frame, "class", SENSITIVITIES) === "secret";
  const text = string(frame, "text");
  return {
    type: "said",
    seq: ordinal(frame, "seq"),
    text: secret ? "" : text,
    secret,
    concealed: frame.type === "ask" && oneOf(frame, "answer_class", SENSITIVITIES) === "secret",
    ...(frame.ttl_s === undefined ? {} : { ttl: count(frame, "ttl_s") }),
  };
}

function card(frame: Members): Card {
  const buttons = frame.buttons;
  if (!Array.isArray(buttons) || buttons.length > MOST_BUTTONS || !buttons.every(isObject)) {
    throw new ProtocolError(`"buttons" is not a list of at most ${MOST_BUTTONS} objects`);
  }
  const image = frame.image === undefined ? "" : string(frame, "image");
  if (image !== "" && !image.startsWith("https://")) {
    throw new ProtocolError('"image" is not an https address');
  }
  return {
    type: "card",
    seq: ordinal(frame, "seq"),
    title: string(frame, "title"),
    subtitle: frame.subtitle === undefined ? "" : string(frame, "subtitle"),
    image,
    buttons: buttons.map((button) => ({ text: string(button, "text"), value: string(button, "value") })),
    secret: oneOf(frame, "class", SENSITIVITIES) === "secret",
  };
}

function audioRate(frame: Members): number {
  if (frame.encoding !== "pcm_s16le" || !RATES.includes(frame.rate)) {
    throw new ProtocolError("the audio is of no format that was offered");
  }
  return frame.rate as number;
}

function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function string(members: Members, name: string): string {
  const value = members[name];
  if (typeof value !== "string") {
    throw new ProtocolError(`"${name}" is not a string`);
  }
  return value;
}

function oneOf(members: Members, name: string, allowed: readonly string[]): string {
  const value = string(members, name);
  if (!allowed.includes(value)) {
    throw new ProtocolError(`"${name}" is none of ${allowed.join(", ")}`);
  }
  return value;
}

function count(members: Members, name: string): number {
  const value = members[name];
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
    throw new ProtocolError(`"${name}" is not a whole number from 0`);
  }
  return value;
}

function ordinal(members: Members, name: string): number {
  const value = count(members, name);
  if (value === 0) {
    throw new ProtocolError(`"${name}" is not a whole number from 1`);
  }
  return value;
}
