// A whole text client in plain Node, written from docs/protocol.md alone: orders a coffee, is cut off while it waits
// for an answer, resumes, and leaves. It exits with 0 if all of that went as the page says.
//
//   SOTTO_URL=https://HOST:PORT SOTTO_KEY=sotto_… NODE_EXTRA_CA_CERTS=ca.pem node e2e/node-client.mjs

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import WebSocket from "ws";

const { SOTTO_URL: url, SOTTO_KEY: key } = process.env;

class Client {
  #socket;
  #session;
  #seen = 0;
  #input = { seq: 0 };
  #frames = [];
  #turns = new Map();
  closed;

  async open(bot) {
    const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
    const response = await fetch(`${url}/v1/tokens`, {
      method: "POST",
      headers,
      body: JSON.stringify({ bot }),
    });
    assert.equal(response.status, 200);
    const { token } = await response.json();
    return this.#attach({ bot, token, locale: "en-GB", client: randomUUID() });
  }

  resume() {
    return this.#attach({
      resume: { session: this.#session.session, key: this.#session.resume_key, seen: this.#seen },
    });
  }

  /** Sends the next input; what comes of it is for `turn`. */
  send(type, members = {}) {
    this.#input = { type, seq: this.#input.seq + 1, ...members };
    this.again();
    return this.#input.seq;
  }

  /** Sends the last input again, as one that is unsure whether it arrived. */
  again() {
    this.#socket.send(JSON.stringify(this.#input));
  }

  /** The frames of the turn that answers the input of this number; 0: what the bot says first. */
  turn(cause) {
    return new Promise((done) => this.#turns.set(cause, done));
  }

  cut() {
    this.#socket.terminate();
    return this.closed;
  }

  #attach(hello) {
    const socket = new WebSocket(`${url.replace(/^http/, "ws")}/v1/socket`);
    this.#socket = socket;
    this.closed = new Promise((closed) => socket.on("close", closed));
    return new Promise((ready, failed) => {
      socket.on("open", () => socket.send(JSON.stringify({ type: "hello", version: 1, ...hello })));
      socket.on("error", failed);
      socket.on("close", (code) => failed(new Error(`closed with ${code}`)));
      socket.on("message", (data) => {
        const frame = JSON.parse(data);
        if (frame.type === "ready") {
          this.#session = frame;
          // Sent again only if it did not arrive.
          this.#input.seq > frame.received && this.again();
          ready(frame);
        } else {
          this.#take(frame);
        }
      });
    });
  }

  #take(frame) {
    assert.notEqual(frame.type, "error", frame.code);
    if (frame.seq <= this.#seen) {
      return;
    }
    assert.equal(frame.seq, ++this.#seen, "no frame is missing");
    this.#frames.push(frame);
    if (frame.type === "done") {
      this.#turns.get(frame.cause)?.(this.#frames);
      this.#frames = [];
      this.#socket.send(JSON.stringify({ type: "seen", upto: this.#seen }));
    }
  }
}

const ANSWERS = {
  size: "large",
  drink: "latte",
  roast: "dark",
  shots: "double",
  milk: "oat",
  sugar: "no sugar",
};

const client = new Client();
const greeting = client.turn(0);
const opened = await client.open("coffee");
assert.equal(opened.bot, "coffee");
assert.equal(opened.received, 0);
await greeting;

let frames = await client.turn(client.send("text", { text: "I would like a coffee please" }));
let turns = 1;
let cuts = 0;
while (frames.at(-1).state === "InProgress" && turns < 12) {
  const { slot, expects } = frames.findLast(({ type }) => type === "ask");
  const answer = client.turn(client.send("text", { text: expects === "yes_no" ? "yes" : ANSWERS[slot] }));
  if (turns % 2 === 1) {
    await client.cut();
    const { session } = await client.resume();
    assert.equal(session, opened.session);
    cuts++;
  } else {
    client.again();
  }
  frames = await answer;
  turns++;
}
assert.equal(frames.at(-1).state, "Fulfilled");
assert.ok(cuts > 0, "the order took a question");

client.send("end");
assert.equal(await client.closed, 1000);
console.log(`ordered in ${turns} turns, cut off ${cuts} times`);
