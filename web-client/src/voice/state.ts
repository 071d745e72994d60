// What the voice of a conversation is doing, as a pure function: no clock, no browser, no element.

/** Why the microphone is off although it was wanted. */
export type Trouble =
  /** The person or the browser did not allow it. */
  | "refused"
  | "missing"
  /** There is one, but it cannot be used: another program has it, or the browser cannot process audio. */
  | "unusable"
  | "unplugged"
  /** The server carries no more speakers now, or its recogniser failed. */
  | "busy"
  /** Audio piles up faster than it gets away. */
  | "slow"
  /** The page is not seen any more. */
  | "hidden"
  /** This bot cannot be spoken to here any more. */
  | "unavailable";

/** What is shown of it. */
export type VoiceShown = "off" | "asking" | "interrupted" | "listening" | "thinking" | "speaking";

export interface VoiceState {
  /** `asked`: the browser is about to give it; `ending`: it is closed, and the bot's last words are still played. */
  readonly microphone: "closed" | "asked" | "open" | "ending";
  /** Whether the server listens in this session. */
  readonly agreed: boolean;
  readonly connected: boolean;
  /** What the person waits for. */
  readonly pending: "nothing" | "answer" | "voice";
  readonly speaking: boolean;
  readonly trouble: Trouble | undefined;
}

export type VoiceEvent =
  | { type: "ready"; agreed: boolean }
  | { type: "interrupted" }
  /** The person pressed the button. */
  | { type: "pressed" }
  | { type: "granted" }
  /** Words arrive while the person speaks. */
  | { type: "partial" }
  /** The person's turn is over. */
  | { type: "heard" }
  /** The bot's words arrived in writing. */
  | { type: "said" }
  /** The turn is over. */
  | { type: "answered" }
  /** The bot's voice begins to arrive. */
  | { type: "speaking" }
  /** All of it was played or dropped. */
  | { type: "silent" }
  /** What was waited for did not come. */
  | { type: "patience" }
  /** The session is over; the bot's last words may still be on their way. */
  | { type: "ending" }
  /** No more comes. */
  | { type: "over" }
  | { type: "stopped"; why?: Trouble };

/**
 * What is to be done: `acquire` asks for the microphone; `deafen` ends it and `release` also all playing; `on` and `off`
 * go to the server; `hush` drops what is not yet played.
 */
export type VoiceEffect = "acquire" | "deafen" | "release" | "on" | "off" | "hush";

export interface Step {
  readonly state: VoiceState;
  readonly effects: readonly VoiceEffect[];
}

export const SILENT: VoiceState = {
  microphone: "closed",
  agreed: false,
  connected: false,
  pending: "nothing",
  speaking: false,
  trouble: undefined,
};

/** What follows when something happens. */
export function step(state: VoiceState, event: VoiceEvent): Step {
  switch (event.type) {
    case "ready":
      return ready({ ...state, connected: true, agreed: event.agreed });
    case "interrupted":
      return {
        state: { ...quiet(state), connected: false },
        effects: state.microphone === "open" ? ["hush"] : [],
      };
    case "pressed":
      return pressed(state);
    case "granted":
      return granted(state);
    case "ending":
      return ending(state);
    case "over":
      return over(state);
    case "stopped":
      return stopped(state, event.why);
    default:
      return conversing(state, event);
  }
}

export function shown(state: VoiceState): VoiceShown {
  switch (state.microphone) {
    case "closed":
      return "off";
    case "asked":
      return "asking";
    case "ending":
      return "speaking";
    case "open":
      return state.connected ? activity(state) : "interrupted";
  }
}

function activity(state: VoiceState): VoiceShown {
  return state.speaking ? "speaking" : state.pending === "nothing" ? "listening" : "thinking";
}

function quiet(state: VoiceState): VoiceState {
  return { ...state, pending: "nothing", speaking: false };
}

function ready(state: VoiceState): Step {
  if (state.microphone === "closed" || state.agreed) {
    return { state, effects: state.microphone === "open" ? ["on"] : [] };
  }
  return stopped(state, "unavailable");
}

function pressed(state: VoiceState): Step {
  if (state.microphone !== "closed") {
    return stopped(state, undefined);
  }
  return state.agreed
    ? { state: { ...quiet(state), microphone: "asked", trouble: undefined }, effects: ["acquire"] }
    : { state, effects: [] };
}

function granted(state: VoiceState): Step {
  return state.microphone === "asked"
    ? { state: { ...state, microphone: "open" }, effects: state.connected ? ["on"] : [] }
    : { state, effects: [] };
}

/** The server listens no more. It is not told that the microphone is off: that would cut off the bot's last words. */
function ending(state: VoiceState): Step {
  if (state.microphone === "open" && (state.speaking || state.pending !== "nothing")) {
    return { state: { ...state, microphone: "ending", agreed: false }, effects: ["deafen"] };
  }
  return over({ ...state, agreed: false });
}

function over(state: VoiceState): Step {
  const next = { ...state, agreed: false, connected: false };
  if (state.microphone === "closed") {
    return { state: next, effects: [] };
  }
  return next.speaking && state.microphone !== "asked"
    ? { state: { ...next, microphone: "ending" }, effects: ["deafen"] }
    : { state: { ...quiet(next), microphone: "closed" }, effects: ["release"] };
}

function stopped(state: VoiceState, why: Trouble | undefined): Step {
  if (state.microphone === "closed") {
    return { state: { ...state, trouble: why && state.trouble }, effects: [] };
  }
  const told = state.microphone === "open" && state.connected && state.agreed;
  return {
    state: { ...quiet(state), microphone: "closed", trouble: why },
    effects: told ? ["off", "release"] : ["release"],
  };
}

/** The turns go on; what still arrives after the microphone was closed belongs to nobody. */
function conversing(state: VoiceState, { type }: VoiceEvent): Step {
  if (state.microphone !== "open" && state.microphone !== "ending") {
    return { state, effects: [] };
  }
  const next = turn(state, type);
  return next.microphone === "ending" && !next.speaking && next.pending === "nothing"
    ? { state: { ...next, microphone: "closed" }, effects: ["release"] }
    : { state: next, effects: [] };
}

function turn(state: VoiceState, type: VoiceEvent["type"]): VoiceState {
  switch (type) {
    case "heard":
      return { ...state, pending: "answer" };
    case "said":
      return state.speaking ? state : { ...state, pending: "voice" };
    case "answered":
      return state.pending === "answer" ? { ...state, pending: "nothing" } : state;
    case "speaking":
      return { ...state, pending: "nothing", speaking: true };
    case "silent":
      return { ...state, speaking: false };
    default:
      return { ...state, pending: "nothing" };
  }
}
