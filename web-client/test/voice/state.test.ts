import { describe, expect, it } from "vitest";
import {
  SILENT,
  shown,
  step,
  type VoiceEffect,
  type VoiceEvent,
  type VoiceState,
} from "../../src/voice/state.ts";
import { seededRandom } from "../testing/seeded-random.ts";

type Happening = VoiceEvent | VoiceEvent["type"];

const READY: VoiceEvent = { type: "ready", agreed: true };

function run(...happenings: Happening[]): { state: VoiceState; effects: VoiceEffect[] } {
  let state = SILENT;
  const effects: VoiceEffect[] = [];
  for (const happening of happenings) {
    const next = step(state, (typeof happening === "string" ? { type: happening } : happening) as VoiceEvent);
    state = next.state;
    effects.push(...next.effects);
  }
  return { state, effects };
}

describe("the microphone", () => {
  it("is asked for when the button is pressed, and told of when it was given", () => {
    expect(run(READY, "pressed").effects).toEqual(["acquire"]);
    expect(shown(run(READY, "pressed").state)).toBe("asking");

    expect(run(READY, "pressed", "granted").effects).toEqual(["acquire", "on"]);
    expect(shown(run(READY, "pressed", "granted").state)).toBe("listening");
  });

  it("is not asked for where the server does not listen", () => {
    expect(run({ type: "ready", agreed: false }, "pressed").effects).toEqual([]);
    expect(run("pressed").effects).toEqual([]);
  });

  it("goes off when the button is pressed again", () => {
    const { state, effects } = run(READY, "pressed", "granted", "speaking", "pressed");

    expect(effects).toEqual(["acquire", "on", "off", "release"]);
    expect(shown(state)).toBe("off");
  });

  it("is let go when the person thinks better of it before it was given", () => {
    expect(run(READY, "pressed", "pressed").effects).toEqual(["acquire", "release"]);
    expect(run(READY, "pressed", "pressed", "granted").effects).toEqual(["acquire", "release"]);
  });

  it.each(["refused", "missing", "unusable"] as const)(
    "tells that it is %s, until it is tried again",
    (why) => {
      const denied = run(READY, "pressed", { type: "stopped", why });

      expect(denied.state).toMatchObject({ microphone: "closed", trouble: why });
      expect(denied.effects).toEqual(["acquire", "release"]);
      expect(step(denied.state, { type: "pressed" }).state.trouble).toBeUndefined();
      expect(step(denied.state, { type: "stopped", why: "hidden" }).state.trouble).toBe(why);
      expect(step(denied.state, { type: "stopped" }).state.trouble).toBeUndefined();
    },
  );

  it("goes on after a lost connection, without what was being played", () => {
    const lost = run(READY, "pressed", "granted", "speaking", "interrupted");
    expect(shown(lost.state)).toBe("interrupted");
    expect(lost.effects).toEqual(["acquire", "on", "hush"]);

    const back = step(lost.state, READY);
    expect(back.effects).toEqual(["on"]);
    expect(shown(back.state)).toBe("listening");
  });

  it("goes off if the next session can not be spoken to", () => {
    const { state, effects } = run(READY, "pressed", "granted", "interrupted", {
      type: "ready",
      agreed: false,
    });

    expect(effects).toEqual(["acquire", "on", "hush", "release"]);
    expect(state).toMatchObject({ microphone: "closed", trouble: "unavailable" });
  });
});

describe("a turn", () => {
  it("goes from listening over thinking and speaking to listening", () => {
    const events: Happening[] = [READY, "pressed", "granted"];
    const seen = ["partial", "heard", "said", "answered", "speaking", "silent"].map((type) => {
      events.push(type as VoiceEvent["type"]);
      return shown(run(...events).state);
    });

    expect(seen).toEqual(["listening", "thinking", "thinking", "thinking", "speaking", "listening"]);
  });

  it("is over without a voice if the bot says nothing", () => {
    expect(shown(run(READY, "pressed", "granted", "heard", "answered").state)).toBe("listening");
  });

  it("is not waited for without end", () => {
    expect(shown(run(READY, "pressed", "granted", "heard", "said", "patience").state)).toBe("listening");
  });

  it("is listened to when the person speaks over the bot", () => {
    expect(shown(run(READY, "pressed", "granted", "speaking", "partial", "silent").state)).toBe("listening");
    expect(shown(run(READY, "pressed", "granted", "speaking", "heard", "silent").state)).toBe("thinking");
  });

  it.each(["partial", "heard", "said", "speaking"] as const)(
    "does not begin with %s while the microphone is off",
    (type) => {
      expect(run(READY, type).state).toEqual(run(READY).state);
    },
  );
});

describe("the end", () => {
  it("closes the microphone at once and lets the bot finish", () => {
    const ending = run(READY, "pressed", "granted", "heard", "said", "ending");
    expect(ending.effects).toEqual(["acquire", "on", "deafen"]);
    expect(shown(ending.state)).toBe("speaking");

    const heard = [{ type: "speaking" }, { type: "silent" }] as const;
    const last = step(step(ending.state, heard[0]).state, heard[1]);
    expect(last.effects).toEqual(["release"]);
    expect(shown(last.state)).toBe("off");
  });

  it("does not wait for last words that are not coming any more", () => {
    expect(run(READY, "pressed", "granted", "said", "ending", "over").effects.at(-1)).toBe("release");
    expect(run(READY, "pressed", "granted", "ending").effects.at(-1)).toBe("release");
  });

  it("lets what has arrived be heard after the connection was closed", () => {
    const { state, effects } = run(READY, "pressed", "granted", "speaking", "over");

    expect(effects).toEqual(["acquire", "on", "deafen"]);
    expect(step(state, { type: "silent" }).effects).toEqual(["release"]);
  });
});

it.each(Array.from({ length: 200 }, (_, seed) => seed))(
  "holds whatever happens, in whatever order (%i)",
  (seed) => {
    const random = seededRandom(seed);
    const types: VoiceEvent["type"][] = [
      ...(["ready", "interrupted", "pressed", "granted", "partial", "heard", "said", "answered"] as const),
      ...(["speaking", "silent", "patience", "ending", "over", "stopped"] as const),
    ];
    let state = SILENT;
    let held = false;
    for (let i = 0; i < 60; i++) {
      const type = types[Math.floor(random() * types.length)] as VoiceEvent["type"];
      const next = step(
        state,
        (type === "ready" ? { type, agreed: random() < 0.8 } : { type }) as VoiceEvent,
      );
      for (const effect of next.effects) {
        expect(effect === "acquire" ? held : !held, `${effect} after ${type}`).toBe(false);
        held = effect === "acquire" || (effect !== "release" && held);
      }
      state = next.state;
      expect(held).toBe(state.microphone !== "closed");
      expect(shown(state) === "off").toBe(state.microphone === "closed");
      expect(state.microphone === "open" && !state.agreed && state.connected).toBe(false);
    }
  },
);
