// @vitest-environment happy-dom

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SottoChat } from "../../src/sotto-chat.ts";
import { MOST_BEHIND, PATIENCE } from "../../src/voice/voice.ts";
import { AUDIO, done, ready, ScriptedNetwork, say } from "../testing/scripted-network.ts";
import { ScriptedSound } from "../testing/scripted-sound.ts";

let network: ScriptedNetwork;
let sound: ScriptedSound;
let chat: SottoChat;

beforeEach(() => {
  network = new ScriptedNetwork();
  sound = new ScriptedSound(network.clock);
  network.sound = sound;
  chat = new SottoChat();
  chat.surroundings = network;
  chat.lang = "en";
  chat.setAttribute("bot", "coffee");
  chat.setAttribute("heading", "Coffee");
  document.body.append(chat);
});

afterEach(() => {
  chat.remove();
});

function part<E extends HTMLElement>(selector: string): E {
  const element = chat.shadowRoot?.querySelector<E>(selector);
  if (!element) {
    throw new Error(`no ${selector}`);
  }
  return element;
}

function messages(): string[] {
  return [...part(".log").querySelectorAll(".message:not(.partial) p")].map((p) => p.textContent ?? "");
}

function partial(): string | undefined {
  return chat.shadowRoot?.querySelector(".partial")?.textContent ?? undefined;
}

function state(): string {
  return part("#voice").textContent ?? "";
}

/** What was told aloud. */
function announced(): string {
  return part("p.unseen").textContent ?? "";
}

/** What was sent that has to do with speaking. */
function spoken(): Record<string, unknown>[] {
  return network.last.sent.filter(({ type }) => type === "microphone" || type === "played");
}

async function open(members: object = { audio: AUDIO }): Promise<void> {
  part(".launcher").click();
  await network.clock.advance(0);
  network.last.accept();
  network.last.say(ready(members));
}

async function speak(): Promise<void> {
  await open();
  part(".microphone").click();
  await sound.give();
}

function press(key: string): void {
  part(".microphone").dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}

function begin(): void {
  network.last.say({ type: "audio", encoding: "pcm_s16le", rate: 16_000 });
}

describe("the button", () => {
  it("is there if the browser and the server can be spoken to", async () => {
    await open();

    expect(network.last.sent[0]).toMatchObject({ type: "hello", audio: AUDIO });
    expect(part(".microphone").hidden).toBe(false);
    expect(part(".microphone").getAttribute("aria-label")).toBe("Speak");
    expect(part(".microphone").getAttribute("aria-pressed")).toBe("false");
    expect(part(".voice").hidden).toBe(true);
  });

  it("is not there if the server does not listen", async () => {
    await open({ audio_unavailable: { code: "voice.unavailable", message: "not here" } });

    expect(part(".microphone").hidden).toBe(true);
  });

  it("is not there, and nothing offered, if the browser has no microphone", async () => {
    network.sound = undefined;
    const plain = new SottoChat();
    plain.surroundings = network;
    plain.setAttribute("bot", "coffee");
    plain.setAttribute("open", "");
    document.body.append(plain);
    await network.clock.advance(0);
    network.last.accept();
    network.last.say(ready());

    expect(network.last.sent[0]).not.toHaveProperty("audio");
    expect(plain.shadowRoot?.querySelector<HTMLElement>(".microphone")?.hidden).toBe(true);
    plain.remove();
  });

  it("asks for the microphone, and tells what it is doing", async () => {
    await open();
    part(".microphone").click();
    expect(sound.asked).toBe(true);
    expect(state()).toBe("Please allow the microphone in your browser.");
    expect(part(".microphone").getAttribute("aria-pressed")).toBe("true");
    expect(part(".microphone").getAttribute("aria-describedby")).toBe("voice");

    await sound.give();

    expect(state()).toBe("Listening…");
    expect(announced()).toBe("Listening…");
    expect(spoken()).toEqual([{ type: "microphone", state: "on" }]);
  });

  it.each([
    ["refused", "The microphone is not allowed."],
    ["missing", "No microphone was found."],
    ["unusable", "The microphone cannot be used."],
    [undefined, "The microphone cannot be used."],
  ] as const)("tells why there is no microphone: %s", async (why, words) => {
    await open();
    part(".microphone").click();
    await sound.refuse(why);

    expect(state()).toContain(words);
    expect(announced()).toContain(words);
    expect(part(".microphone").getAttribute("aria-pressed")).toBe("false");
    expect(spoken()).toEqual([]);
  });

  it("says it in German", async () => {
    chat.remove();
    chat = new SottoChat();
    chat.surroundings = network;
    chat.lang = "de";
    chat.setAttribute("bot", "coffee");
    document.body.append(chat);
    await speak();

    expect(part(".microphone").getAttribute("aria-label")).toBe("Sprechen");
    expect(state()).toBe("Hört zu…");
  });
});

describe("what is said", () => {
  it("goes out as it comes, and is wiped", async () => {
    await speak();
    const frame = sound.hear(1, -2, 3);

    expect(network.last.audio.map((pcm) => [...new Int16Array(pcm)])).toEqual([[1, -2, 3]]);
    expect([...new Int16Array(frame)]).toEqual([0, 0, 0]);
    expect(part(".level i").style.getPropertyValue("--level")).not.toBe("0.00");
  });

  it("is shown as it is understood, and stays when it was", async () => {
    await speak();
    network.last.say({ type: "partial", text: "a large" });
    expect(partial()).toBe("a large");
    expect(part(".partial").getAttribute("aria-hidden")).toBe("true");
    network.last.say({ type: "partial", text: "a large latte" });
    network.last.say({ type: "heard", text: "a large latte", begin: 0, end: 900, reason: "silence" });

    expect(partial()).toBeUndefined();
    expect(messages()).toEqual(["You: a large latte"]);
    expect(state()).toBe("One moment…");
  });

  it("leaves a mark if it was not understood", async () => {
    await speak();
    network.last.say({ type: "partial", text: "hm" });
    network.last.say({ type: "heard", begin: 0, end: 900, reason: "no_word" });

    expect(partial()).toBeUndefined();
    expect(messages()).toEqual(["You: (not understood)"]);
  });

  it("is not shown if it is secret", async () => {
    await speak();
    network.last.say(say(1, "Your PIN?", { type: "ask", answer_class: "secret" }));
    network.last.say({ type: "partial", text: "four seven" });
    network.last.say({ type: "heard", text: "4711", begin: 0, end: 900, reason: "silence" });

    expect(chat.shadowRoot?.textContent).not.toMatch(/four seven|4711/);
    expect(messages()).toEqual(["Coffee: Your PIN?", "You: •••••• (confidential, not shown)"]);
  });

  it("stays text", async () => {
    await speak();
    network.last.say({ type: "partial", text: "<b>bold</b>" });
    network.last.say({ type: "heard", text: "<b>bold</b>", begin: 0, end: 9, reason: "silence" });

    expect(messages()).toEqual(["You: <b>bold</b>"]);
    expect(part(".log").querySelector("b")).toBeNull();
  });

  it("is refused, and not left out, when it does not get away", async () => {
    await speak();
    network.last.bufferedAmount = MOST_BEHIND;
    sound.hear(1);
    network.last.bufferedAmount = MOST_BEHIND + 1;
    sound.hear(2);

    expect(network.last.audio).toHaveLength(1);
    expect(state()).toContain("The connection is too slow to speak over.");
    expect(spoken().at(-1)).toEqual({ type: "microphone", state: "off" });
    expect(sound.listening).toBe(false);
  });
});

describe("the bot's voice", () => {
  it("is played, and told of when it was heard", async () => {
    await speak();
    network.last.say({ type: "heard", text: "a latte", begin: 0, end: 900, reason: "silence" });
    network.last.say(say(1, "Which size?"));
    network.last.say(done(2, 0));
    expect(state()).toBe("One moment…");

    begin();
    network.last.play(...new Array(1600).fill(1000));
    network.last.say({ type: "mark", mark: "1" });
    expect(state()).toBe("Speaking. You may speak over it.");
    expect(messages()).toContain("Coffee: Which size?");
    expect(spoken()).toHaveLength(1);
    await network.clock.advance(300);

    expect(spoken().at(-1)).toEqual({ type: "played", mark: "1" });
    expect(sound.output.played[0]?.samples).toHaveLength(1600);
    expect(state()).toBe("Listening…");
  });

  it("falls silent at once, and stays so until the next one begins", async () => {
    await speak();
    begin();
    network.last.play(1, 2, 3);
    network.last.say({ type: "duck", reason: "voice" });
    network.last.say({ type: "clear", reason: "word" });
    network.last.play(4, 5, 6);

    expect(sound.output.played.map(({ stopped }) => stopped)).toEqual([true]);
    expect(state()).toBe("Listening…");
  });

  it("is not read out by a screen reader at the same time", async () => {
    await speak();
    expect(part(".log").getAttribute("aria-live")).toBe("off");
    expect(announced()).toBe("Listening…");
    begin();
    expect(announced(), "it can be heard that it speaks").toBe("Listening…");

    part(".microphone").click();

    expect(part(".log").getAttribute("aria-live")).toBe("polite");
    expect(announced()).toBe("Microphone off");
  });

  it("is not waited for without end", async () => {
    await speak();
    network.last.say({ type: "heard", text: "a latte", begin: 0, end: 900, reason: "silence" });
    await network.clock.advance(PATIENCE);

    expect(state()).toBe("Listening…");
  });

  it("is heard to its end when it ends the conversation, with the microphone closed", async () => {
    await speak();
    network.last.say(say(1, "Goodbye!"));
    network.last.say({ type: "end", seq: 2, turn: 0, reason: "completed" });
    expect(sound.listening).toBe(false);
    begin();
    for (let second = 0; second < 5; second++) {
      network.last.play(...new Array(16_000).fill(1000));
      await network.clock.advance(1_000);
    }
    network.last.say({ type: "mark", mark: "1" });
    expect(sound.closed).toBe(0);
    await network.clock.advance(300);

    expect(spoken()).toEqual([
      { type: "microphone", state: "on" },
      { type: "played", mark: "1" },
    ]);
    expect(sound.output.played.some(({ stopped }) => stopped)).toBe(false);
    expect(sound.closed).toBe(1);
    network.last.hangUp(1000);
    expect(part(".status").textContent).toBe("The conversation is over.");
  });

  it("ends the connection of a server that sends it unasked", async () => {
    await open({});
    network.last.play(1);

    expect(network.last.closedWith).toBe(4400);
  });
});

describe("the microphone is closed", () => {
  it("by the button", async () => {
    await speak();
    network.last.say({ type: "partial", text: "a large" });
    part(".microphone").click();

    expect(sound.listening).toBe(false);
    expect(sound.closed).toBe(1);
    expect(spoken().at(-1)).toEqual({ type: "microphone", state: "off" });
    expect(partial()).toBeUndefined();
    expect(part(".voice").hidden).toBe(true);
    sound.hear(1);
    expect(network.last.audio).toEqual([]);
  });

  it("by Escape, which closes the panel only then", async () => {
    await speak();
    press("Escape");
    expect(sound.listening).toBe(false);
    expect(part<HTMLDialogElement>("dialog").open).toBe(true);

    press("Escape");

    expect(part<HTMLDialogElement>("dialog").open).toBe(false);
  });

  it("when the panel is closed", async () => {
    await speak();
    chat.removeAttribute("open");

    expect(sound.closed).toBe(1);
    expect(spoken().at(-1)).toEqual({ type: "microphone", state: "off" });
  });

  it("when the conversation is ended, the widget is taken away, or the page goes", async () => {
    for (const end of [
      () => part("[aria-label='End the conversation']").click(),
      () => chat.remove(),
      () => window.dispatchEvent(new Event("pagehide")),
    ]) {
      const before = sound.closed;
      chat.remove();
      chat.removeAttribute("open");
      document.body.append(chat);
      await speak();
      end();
      expect(sound.closed).toBe(before + 1);
      expect(sound.listening).toBe(false);
    }
  });

  it("when the page is not seen any more", async () => {
    await speak();
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
    Reflect.deleteProperty(document, "visibilityState");

    expect(sound.listening).toBe(false);
    expect(state()).toContain("while you were away");
  });

  it("when it is given only after the person thought better of it", async () => {
    await open();
    part(".microphone").click();
    part(".microphone").click();
    await sound.give();

    expect(sound.listening).toBe(false);
    expect(spoken()).toEqual([]);
  });

  it("when it is unplugged", async () => {
    await speak();
    sound.unplug();

    expect(sound.closed).toBe(1);
    expect(state()).toContain("The microphone is gone");
  });

  it.each([
    ["busy.speech", "Too many people are speaking"],
    ["voice.unavailable", "This bot cannot be spoken to now."],
  ])("when the server says %s; the conversation goes on in writing", async (code, words) => {
    await speak();
    network.last.say({ type: "error", code, message: "…" });

    expect(sound.listening).toBe(false);
    expect(state()).toContain(words);
    expect(network.last.closedWith).toBeUndefined();
  });
});

it("goes on by itself after a lost connection", async () => {
  await speak();
  begin();
  network.last.play(1, 2, 3);
  network.last.hangUp(1006);
  expect(sound.output.played[0]?.stopped).toBe(true);
  expect(state()).toContain("the connection is interrupted");
  sound.hear(9);
  await network.clock.advance(1_000);
  network.last.accept();
  network.last.say(ready({ resume_key: "k2", audio: AUDIO }));
  sound.hear(1);

  expect(network.last.sent[0]).toMatchObject({ resume: { session: "s1" }, audio: AUDIO });
  expect(spoken()).toEqual([{ type: "microphone", state: "on" }]);
  expect(network.last.audio).toHaveLength(1);
  expect(state()).toBe("Listening…");
});
