import { describe, expect, it } from "vitest";
import { decode, encode, length, ProtocolError, TEXT_LIMIT, tidy } from "../src/protocol.ts";
import { AUDIO, done, ready, say } from "./testing/scripted-network.ts";
import { seededRandom } from "./testing/seeded-random.ts";

const WORDS = "tell nobody 4711";

describe("decode", () => {
  it("reads what opens a session", () => {
    expect(decode(JSON.stringify(ready({ received: 3 })))).toEqual({
      type: "ready",
      session: "s1",
      resumeKey: "k1",
      received: 3,
      bot: "coffee",
      version: "3f2a9c1d",
      locale: "en-GB",
      textLimit: 1024,
      idle: 300,
      audio: false,
    });
  });

  it("takes a lower text limit from the server, but no higher one", () => {
    expect(decode(JSON.stringify(ready({ limits: { text: 100, idle_s: 0 } })))).toHaveProperty(
      "textLimit",
      100,
    );
    expect(decode(JSON.stringify(ready({ limits: { text: 9999, idle_s: 0 } })))).toHaveProperty(
      "textLimit",
      TEXT_LIMIT,
    );
  });

  it("reads a card with its choices", () => {
    const frame = {
      type: "card",
      seq: 4,
      turn: 1,
      title: "Our roasts",
      image: "https://images.example/roasts.png",
      buttons: [{ text: "Dark", value: "dark roast" }],
      class: "public",
    };

    expect(decode(JSON.stringify(frame))).toEqual({
      type: "card",
      seq: 4,
      title: "Our roasts",
      subtitle: "",
      image: "https://images.example/roasts.png",
      buttons: [{ text: "Dark", value: "dark roast" }],
      secret: false,
    });
  });

  it.each([
    { image: "javascript:alert(1)" },
    { image: "http://images.example/a.png" },
    { buttons: "none" },
    { buttons: [{ text: "Dark" }] },
    { buttons: Array(6).fill({ text: "a", value: "b" }) },
  ])("refuses a card with %j", (members) => {
    const frame = { type: "card", seq: 4, title: "x", buttons: [], class: "public", ...members };

    expect(() => decode(JSON.stringify(frame))).toThrow(ProtocolError);
  });

  it.each(["say", "ask"])("reads %s as words of the bot", (type) => {
    const members = { type, expects: "slot", answer_class: "public", ttl_s: 30, unheard: "of" };
    const frame = { ...say(7, "Which roast?"), ...members };

    expect(decode(JSON.stringify(frame))).toEqual({
      type: "said",
      seq: 7,
      text: "Which roast?",
      secret: false,
      concealed: false,
      ttl: 30,
    });
  });

  it("tells when the answer is secret", () => {
    const ask = { ...say(1, "Your PIN?"), type: "ask", answer_class: "secret" };

    expect(decode(JSON.stringify(ask))).toMatchObject({ concealed: true, text: "Your PIN?" });
  });

  it("keeps nothing of what is secret", () => {
    const frame = decode(JSON.stringify(say(1, WORDS, { class: "secret" })));

    expect(JSON.stringify(frame)).not.toContain(WORDS);
    expect(frame).toMatchObject({ secret: true, text: "" });
  });

  it("reads the frames that it only counts", () => {
    for (const type of ["understood", "payload", "play"]) {
      expect(decode(JSON.stringify({ type, seq: 2, turn: 1 }))).toEqual({ type: "other", seq: 2 });
    }
  });

  it("tells whether the server listens", () => {
    const refused = { code: "voice.unavailable", message: "…" };

    expect(decode(JSON.stringify(ready({ audio: AUDIO })))).toMatchObject({ audio: true });
    expect(decode(JSON.stringify(ready({ audio_unavailable: refused })))).toMatchObject({ audio: false });
  });

  it.each([
    { type: "partial", text: "a large" },
    { type: "heard", text: "a large latte" },
    { type: "heard" },
    { type: "audio", rate: 8_000 },
    { type: "mark", mark: "3" },
    { type: "duck" },
    { type: "resume" },
    { type: "clear" },
  ])("reads $type, which has no number", (frame) => {
    const told = { ...frame, encoding: "pcm_s16le", begin: 100, end: 900, reason: "silence" };

    expect(decode(JSON.stringify(told))).toEqual(frame);
  });

  it.each([
    { type: "partial" },
    { type: "heard", text: 7 },
    { type: "mark" },
    { type: "audio", encoding: "mulaw", rate: 8_000 },
    { type: "audio", encoding: "pcm_s16le", rate: 44_100 },
    { type: "audio" },
  ])("refuses %j", (frame) => {
    expect(() => decode(JSON.stringify(frame))).toThrow(ProtocolError);
  });

  it("reads an error with and without a cause", () => {
    expect(decode('{"type":"error","code":"busy.nlu","message":"…","cause":4}')).toEqual({
      type: "error",
      code: "busy.nlu",
      cause: 4,
    });
    expect(decode('{"type":"error","code":"fault","message":"…"}')).toEqual({ type: "error", code: "fault" });
  });

  it.each([
    "",
    "null",
    "7",
    '"say"',
    "[]",
    "{}",
    '{"type":7}',
    '{"type":"poem","seq":1}',
    '{"type":"say","seq":0,"text":"a","class":"public"}',
    '{"type":"say","seq":1.5,"text":"a","class":"public"}',
    '{"type":"say","seq":"1","text":"a","class":"public"}',
    '{"type":"say","seq":1,"class":"public"}',
    '{"type":"say","seq":1,"text":"a"}',
    '{"type":"say","seq":1,"text":"a","class":"top"}',
    '{"type":"say","seq":1,"text":"a","class":"public","ttl_s":-1}',
    '{"type":"done","seq":1}',
    '{"type":"end","seq":1,"reason":"boredom"}',
    '{"type":"ready","session":"s"}',
    '{"type":"error","code":1}',
    '{"type":"__proto__","seq":1}',
  ])("refuses %s", (data) => {
    expect(() => decode(data)).toThrow(ProtocolError);
  });

  it("refuses damaged frames without a word of what they held", () => {
    const random = seededRandom(11);
    const whole = [ready(), say(1, WORDS), done(2, 1)].map((frame) => JSON.stringify(frame));
    let refused = 0;
    for (let i = 0; i < 3000; i++) {
      const frame = whole[i % whole.length] ?? "";
      const at = Math.floor(random() * frame.length);
      const damaged =
        frame.slice(0, at) + String.fromCharCode(random() * 128) + frame.slice(at + Math.floor(random() * 6));
      try {
        decode(damaged);
      } catch (error) {
        refused++;
        expect(error).toBeInstanceOf(ProtocolError);
        expect(String(error)).not.toMatch(/nobody|4711/);
      }
    }
    expect(refused).toBeGreaterThan(1000);
  });
});

describe("what is typed", () => {
  it("is trimmed and freed of what the wire does not carry", () => {
    expect(tidy("  a\0b \uD83D c \uDE00 😀\n")).toBe("ab \uFFFD c \uFFFD 😀");
  });

  it("is counted in code points", () => {
    expect(length("né 😀😀")).toBe(5);
    expect(length("")).toBe(0);
  });

  it("survives the wire whatever it is", () => {
    const random = seededRandom(5);
    for (let i = 0; i < 500; i++) {
      const text = tidy(String.fromCharCode(...Array.from({ length: 20 }, () => random() * 0x10000)));
      const wire = new TextDecoder().decode(new TextEncoder().encode(encode({ type: "text", seq: 1, text })));

      expect(JSON.parse(wire)).toEqual({ type: "text", seq: 1, text });
    }
  });
});
