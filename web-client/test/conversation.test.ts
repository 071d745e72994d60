import { beforeEach, describe, expect, it } from "vitest";
import { CONNECT_TIMEOUT, LATER, LEAVE_TIMEOUT, SEEN_DELAY } from "../src/connection.ts";
import { ANSWER_TIMEOUT, Conversation, type ConversationEvent, REFUSALS } from "../src/conversation.ts";
import { OUTBOX_LIMIT } from "../src/outbox.ts";
import { done, ready, ScriptedNetwork, say } from "./testing/scripted-network.ts";

/** Longer than any pause before another attempt. */
const A_WHILE = 40_000;

let network: ScriptedNetwork;
let events: ConversationEvent[];
let conversation: Conversation;

beforeEach(() => {
  network = new ScriptedNetwork();
  events = [];
  const place = { server: "https://bots.example", bot: "coffee", locale: "en-GB" };
  conversation = new Conversation(network, place, (event) => events.push(event));
});

async function open(): Promise<void> {
  conversation.start();
  await network.clock.advance(0);
  network.last.accept();
  network.last.say(ready());
}

async function reconnected(): Promise<void> {
  const before = network.sockets.length;
  await network.clock.advance(LATER + 1000);
  expect(network.sockets.length).toBe(before + 1);
  network.last.accept();
}

function of<T extends ConversationEvent["type"]>(type: T): Extract<ConversationEvent, { type: T }>[] {
  return events.filter((event): event is Extract<ConversationEvent, { type: T }> => event.type === type);
}

describe("getting in", () => {
  it("fetches a token, then says hello with it", async () => {
    await open();

    expect(network.requests).toEqual([{ url: "https://bots.example/v1/tokens", body: { bot: "coffee" } }]);
    expect(network.last.sent).toEqual([
      { type: "hello", version: 1, bot: "coffee", token: "token-1", client: "client-1", locale: "en-GB" },
    ]);
    expect(events).toEqual([
      { type: "open", bot: "coffee", version: "3f2a9c1d", locale: "en-GB", textLimit: 1024, audio: false },
    ]);
  });

  it.each([400, 401, 403, 404])("gives up when the token is refused with %i", async (status) => {
    network.answers.push(new Response("{}", { status }));

    conversation.start();
    await network.clock.advance(A_WHILE);

    expect(events).toEqual([{ type: "over", why: "refused" }]);
    expect(network.requests).toHaveLength(1);
  });

  it("asks again no sooner than the server says", async () => {
    network.answers.push(new Response("{}", { status: 429, headers: { "Retry-After": "7" } }));

    conversation.start();
    await network.clock.advance(6_900);
    expect(network.requests).toHaveLength(1);
    await network.clock.advance(1_000);

    expect(network.requests).toHaveLength(2);
  });

  it("takes another token when one is not accepted, but not for ever", async () => {
    conversation.start();
    for (let attempt = 1; attempt <= 3; attempt++) {
      await network.clock.advance(LATER);
      network.last.accept();
      network.last.hangUp(4401);
    }
    await network.clock.advance(A_WHILE);

    expect(network.sockets.map(({ sent }) => sent[0]?.token)).toEqual(["token-1", "token-2", "token-3"]);
    expect(events).toEqual([{ type: "over", why: "refused" }]);
  });

  it("does not wait for a server that says nothing", async () => {
    conversation.start();
    await network.clock.advance(CONNECT_TIMEOUT + 1000);

    expect(network.sockets).toHaveLength(2);
    expect(network.sockets[0]?.closedWith).toBeDefined();
  });

  it("takes no frame for an answer before the session is open", async () => {
    conversation.start();
    await network.clock.advance(0);
    network.last.accept();
    network.last.say(say(1, "too early"));

    expect(events).toEqual([{ type: "over", why: "incompatible" }]);
    expect(network.last.closedWith).toBe(4400);
  });

  it("sends what was typed before the session was open", async () => {
    conversation.submit("a latte");
    await open();

    expect(network.last.inputs).toEqual([{ type: "text", seq: 1, text: "a latte" }]);
  });
});

describe("talking", () => {
  it("sends the next input when the last one was answered", async () => {
    await open();
    conversation.submit("one");
    conversation.submit("two");
    expect(network.last.inputs).toHaveLength(1);

    network.last.say(done(1, 1));

    expect(network.last.inputs).toEqual([
      { type: "text", seq: 1, text: "one" },
      { type: "text", seq: 2, text: "two" },
    ]);
    expect(of("delivery")).toEqual([{ type: "delivery", id: 1, state: "sent" }]);
  });

  it("tells whether the bot owes an answer", async () => {
    await open();
    network.last.say(done(1, 0));
    conversation.submit("one");
    network.last.say(say(2, "hm"));
    network.last.say(done(3, 1));

    expect(of("thinking").map(({ on }) => on)).toEqual([true, false]);
  });

  it("shows a frame once, however often it comes", async () => {
    await open();
    network.last.say(say(1, "hello"));
    network.last.say(say(1, "hello"));

    expect(of("said").map(({ text }) => text)).toEqual(["hello"]);
  });

  it("reports now and then what it has seen", async () => {
    await open();
    network.last.say(say(1, "a"));
    network.last.say(say(2, "b"));
    await network.clock.advance(SEEN_DELAY);
    await network.clock.advance(SEEN_DELAY);

    expect(network.last.sent.slice(1)).toEqual([{ type: "seen", upto: 2 }]);
  });

  it("sends an input again, with the same number, when the server was too busy for it", async () => {
    await open();
    conversation.submit("one");
    network.last.say({ type: "error", code: "busy.nlu", message: "", cause: 1 });
    await network.clock.advance(2_000);
    network.last.say(done(1, 1));

    expect(network.last.inputs).toEqual([
      { type: "text", seq: 1, text: "one" },
      { type: "text", seq: 1, text: "one" },
    ]);
    expect(of("delivery")).toEqual([{ type: "delivery", id: 1, state: "sent" }]);
  });

  it("gives an input up when the server stays busy, and its number to the next one", async () => {
    await open();
    conversation.submit("one");
    for (let i = 0; i <= REFUSALS; i++) {
      network.last.say({ type: "error", code: "busy.session", message: "", cause: 1 });
      await network.clock.advance(ANSWER_TIMEOUT - 1);
    }
    conversation.submit("two");

    expect(of("delivery")).toEqual([{ type: "delivery", id: 1, state: "failed" }]);
    expect(network.last.inputs.at(-1)).toEqual({ type: "text", seq: 1, text: "two" });
  });

  it("gives an input up at which the server fails again and again", async () => {
    await open();
    conversation.submit("one");
    for (let i = 0; i <= REFUSALS; i++) {
      network.last.say({ type: "error", code: "fault", message: "id 7", cause: 1 });
      network.last.hangUp(4500);
      await network.clock.advance(6_500);
      network.last.accept();
      network.last.say(ready());
    }

    expect(network.sockets.flatMap(({ inputs }) => inputs)).toHaveLength(REFUSALS + 1);
    expect(of("delivery")).toEqual([{ type: "delivery", id: 1, state: "failed" }]);
  });

  it("marks a refused text as failed and goes on", async () => {
    await open();
    conversation.submit("one");
    conversation.submit("two");
    network.last.say({ type: "error", code: "text.too_long", message: "", cause: 1 });

    expect(of("delivery")).toEqual([{ type: "delivery", id: 1, state: "failed" }]);
    expect(network.last.inputs.at(-1)).toEqual({ type: "text", seq: 1, text: "two" });
  });

  it("takes no more than the outbox holds", async () => {
    await open();
    const ids = Array.from({ length: OUTBOX_LIMIT + 1 }, (_, i) => conversation.submit(`${i}`));

    expect(ids.filter((id) => id === undefined)).toHaveLength(1);
    expect(ids.at(-1)).toBeUndefined();
  });
});

describe("a lost connection", () => {
  it("is resumed where it was, and an input that did not arrive is sent again", async () => {
    await open();
    network.last.say(say(1, "hello"));
    conversation.submit("one");
    network.last.hangUp(1006);
    await reconnected();
    network.last.say(ready({ resume_key: "k2", received: 0 }));

    expect(network.last.sent).toEqual([
      { type: "hello", version: 1, resume: { session: "s1", key: "k1", seen: 1 } },
      { type: "text", seq: 1, text: "one" },
    ]);
    expect(of("interrupted")).toHaveLength(1);
  });

  it("does not send again what did arrive", async () => {
    await open();
    conversation.submit("one");
    network.last.hangUp(1006);
    await reconnected();
    network.last.say(ready({ received: 1 }));
    network.last.say(done(1, 1));

    expect(network.last.inputs).toEqual([]);
    expect(of("delivery")).toEqual([{ type: "delivery", id: 1, state: "sent" }]);
  });

  it("uses the newest resume key", async () => {
    await open();
    network.last.hangUp(4500);
    await reconnected();
    network.last.say(ready({ resume_key: "k2" }));
    network.last.hangUp(4408);
    await reconnected();

    expect(network.last.sent[0]).toMatchObject({ resume: { key: "k2" } });
  });

  it("is suspected when an answer does not come", async () => {
    await open();
    conversation.submit("one");
    await network.clock.advance(ANSWER_TIMEOUT + LATER);

    expect(network.sockets).toHaveLength(2);
  });

  it("is suspected when a frame is missing, and resumed from the one before", async () => {
    await open();
    network.last.say(say(1, "a"));
    network.last.say(say(3, "c"));
    await reconnected();
    network.last.say(ready());
    network.last.say(say(2, "b"));
    network.last.say(say(3, "c"));

    expect(network.last.sent[0]).toMatchObject({ resume: { seen: 1 } });
    expect(of("said").map(({ text }) => text)).toEqual(["a", "b", "c"]);
  });

  it("leads back to the same session with a new token when the resume key is void", async () => {
    await open();
    network.last.say(say(1, "hello"));
    network.last.hangUp(1006);
    await reconnected();
    network.last.hangUp(4401);
    await reconnected();
    network.last.say(ready());
    network.last.say(say(1, "hello"));
    network.last.say(say(2, "and on"));

    expect(network.last.sent[0]).toMatchObject({ token: "token-2", client: "client-1" });
    expect(of("said").map(({ text }) => text)).toEqual(["hello", "and on"]);
    expect(of("restarted")).toEqual([]);
  });

  it("is tried again at once when the network is back", async () => {
    await open();
    network.last.hangUp(1006);
    conversation.hurry();

    expect(network.sockets).toHaveLength(2);
  });

  it("is tried again with growing pauses", async () => {
    await open();
    const times: number[] = [];
    for (let i = 0; i < 6; i++) {
      const lost = network.clock.now;
      const before = network.sockets.length;
      network.last.hangUp(1006);
      while (network.sockets.length === before) {
        await network.clock.advance(1);
      }
      times.push(network.clock.now - lost);
    }

    expect(times).toEqual([375, 750, 1500, 3000, 6000, 12000]);
  });
});

describe("a session that is gone", () => {
  it.each([1001, 4410, 4503])("is replaced by a new one, and the person is told (%i)", async (code) => {
    await open();
    network.last.say(say(1, "hello"));
    conversation.submit("one");
    network.last.hangUp(code);
    await reconnected();
    network.last.say(ready({ session: "s2" }));
    network.last.say(say(1, "hello again"));
    conversation.submit("two");

    expect(network.last.sent[0]).toMatchObject({ type: "hello", token: "token-2", client: "client-2" });
    expect(of("restarted")).toHaveLength(1);
    expect(of("delivery")).toEqual([{ type: "delivery", id: 1, state: "failed" }]);
    expect(of("said").map(({ text }) => text)).toEqual(["hello", "hello again"]);
    expect(network.last.inputs).toEqual([{ type: "text", seq: 1, text: "two" }]);
  });

  it("is noticed when another one answers", async () => {
    await open();
    network.last.hangUp(1006);
    await reconnected();
    network.last.say(ready({ session: "s2" }));

    expect(of("restarted")).toHaveLength(1);
  });

  it("is given up when the server has forgotten inputs that it answered", async () => {
    await open();
    conversation.submit("one");
    network.last.say(done(1, 1));
    network.last.hangUp(1006);
    await reconnected();
    network.last.say(ready({ received: 0 }));

    expect(of("restarted")).toHaveLength(1);
  });

  it("is not replaced when nobody was there", async () => {
    await open();
    network.last.say({ type: "error", code: "session.expired", message: "" });
    network.last.hangUp(4410);
    await network.clock.advance(A_WHILE);

    expect(events.at(-1)).toEqual({ type: "over", why: "expired" });
    expect(network.sockets).toHaveLength(1);
  });

  it("is not replaced after an absence that is longer than it lives", async () => {
    await open();
    network.last.say(say(1, "hello"));
    network.last.hangUp(1006);
    await network.clock.advance(330_000);

    expect(events.at(-1)).toEqual({ type: "over", why: "expired" });
    expect(of("restarted")).toEqual([]);
  });

  it("is not given up while there is talk, or if it has no idle time", async () => {
    await open();
    for (let seq = 1; seq < 5; seq++) {
      await network.clock.advance(320_000);
      network.last.say(say(seq, "still here"));
    }
    expect(of("over")).toEqual([]);

    network.last.hangUp(4410);
    await reconnected();
    network.last.say(ready({ session: "s2", limits: { text: 1024, idle_s: 0 } }));
    await network.clock.advance(86_400_000);

    expect(of("over")).toEqual([]);
  });

  it("is given up after a second gap at the same place", async () => {
    await open();
    network.last.say(say(2, "b"));
    await reconnected();
    network.last.say(ready());
    network.last.say(say(2, "b"));

    expect(of("restarted")).toHaveLength(1);
    expect(of("said")).toEqual([]);
  });
});

describe("the end", () => {
  it.each([
    [1000, "completed"],
    [1009, "incompatible"],
    [4400, "incompatible"],
    [4403, "refused"],
    [4409, "replaced"],
  ])("comes with close code %i", async (code, why) => {
    await open();
    network.last.hangUp(code);
    await network.clock.advance(A_WHILE);

    expect(events.at(-1)).toEqual({ type: "over", why });
    expect(network.sockets).toHaveLength(1);
  });

  it.each([4408, 4429, 4500, 1005, 1006, 1011, 1012])("does not come with close code %i", async (code) => {
    await open();
    network.last.hangUp(code);
    await reconnected();

    expect(of("over")).toEqual([]);
    expect(network.last.sent[0]).toHaveProperty("resume");
  });

  it("is the bot's when it says so, and what led to it was delivered", async () => {
    await open();
    conversation.submit("bye");
    network.last.say(say(1, "Goodbye."));
    network.last.say({ type: "end", seq: 2, turn: 1, reason: "completed" });
    network.last.say(done(3, 1));
    network.last.hangUp(1000);

    expect(of("delivery")).toEqual([{ type: "delivery", id: 1, state: "sent" }]);
    expect(events.at(-1)).toEqual({ type: "over", why: "completed" });
    expect(conversation.submit("hello?")).toBeUndefined();
  });

  it("does not wait for ever for the server to close", async () => {
    await open();
    network.last.say({ type: "end", seq: 1, turn: 0, reason: "drained" });
    await network.clock.advance(LEAVE_TIMEOUT);

    expect(events.at(-1)).toEqual({ type: "over", why: "drained" });
  });

  it("is told to the server when the person leaves", async () => {
    await open();
    conversation.submit("one");
    conversation.leave();
    conversation.leave();
    network.last.say(done(1, 1));
    network.last.say({ type: "end", seq: 2, turn: 2, reason: "left" });
    network.last.hangUp(1000);
    await network.clock.advance(A_WHILE);

    expect(network.last.inputs.at(-1)).toEqual({ type: "end", seq: 2 });
    expect(network.last.inputs).toHaveLength(2);
    expect(of("over")).toEqual([{ type: "over", why: "left" }]);
    expect(network.sockets).toHaveLength(1);
  });

  it("needs no connection", async () => {
    await open();
    network.last.hangUp(1006);
    conversation.leave();
    await network.clock.advance(A_WHILE);

    expect(events.at(-1)).toEqual({ type: "over", why: "left" });
    expect(network.sockets).toHaveLength(1);
  });
});
