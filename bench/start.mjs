#!/usr/bin/env node
// How long a start takes, seen from outside: from the call of ./sotto serve to the first answer over a TLS WebSocket.
//
//   node bench/start.mjs [RUNS]
//
// One line of JSON for each start, then one with the medians. text_ms is what the server says of itself, answered_ms
// what this client measured (a token, a socket, one turn), cpu_ms the processor time of the server up to the answer.
// Everything needs two idle cores; where the machine is busy, only cpu_ms says anything.

import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { request } from "node:https";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const LAUNCHER = fileURLToPath(new URL("../sotto", import.meta.url));
const TICK_MS = 10;
const TEXT = 1;

async function start() {
  const began = performance.now();
  const server = spawn(LAUNCHER, ["serve", "--json", "--port", "0"], { stdio: ["ignore", "pipe", "ignore"] });
  const ended = new Promise((done) => server.on("close", done));
  for await (const line of createInterface({ input: server.stdout })) {
    const ready = JSON.parse(line);
    const ready_ms = performance.now() - began;
    await turn(ready.url);
    const answered_ms = performance.now() - began;
    const cpu_ms = processorTime(ready.pid);
    server.kill("SIGTERM");
    const exit = await ended;
    return { text_ms: ready.text_ms, ready_ms: Math.round(ready_ms), answered_ms: Math.round(answered_ms), cpu_ms, exit };
  }
  throw new Error(`the server ended with ${await ended} before it was ready`);
}

/** Says one thing to the bank, as the server's own page does, and waits for the end of the answer. */
async function turn(url) {
  const { token } = await post(`${url}/v1/tokens`, { bot: "bank" }, { Origin: url });
  const socket = await upgrade(`${url}/v1/socket`, { Origin: url });
  send(socket, { type: "hello", version: 1, bot: "bank", token, locale: "en-GB" });
  for await (const frame of frames(socket)) {
    if (frame.type === "error") {
      throw new Error(frame.code);
    }
    if (frame.type === "ready") {
      send(socket, { type: "text", seq: 1, text: "what is my balance" });
    }
    if (frame.type === "done" && frame.cause === 1) {
      break;
    }
  }
  socket.destroy();
}

function post(url, body, headers) {
  return new Promise((done, failed) => {
    const options = { method: "POST", rejectUnauthorized: false, headers: { ...headers, "Content-Type": "application/json" } };
    request(url, options, async (response) => {
      let text = "";
      for await (const chunk of response) {
        text += chunk;
      }
      done(JSON.parse(text));
    })
      .on("error", failed)
      .end(JSON.stringify(body));
  });
}

/** The handshake of RFC 6455, section 4.1. */
function upgrade(url, headers) {
  const key = randomBytes(16).toString("base64");
  const more = { Connection: "Upgrade", Upgrade: "websocket", "Sec-WebSocket-Version": 13, "Sec-WebSocket-Key": key };
  return new Promise((done, failed) => {
    request(url, { rejectUnauthorized: false, headers: { ...headers, ...more } })
      .on("upgrade", (response, socket, head) => {
        socket.unshift(head);
        done(socket);
      })
      .on("response", (response) => failed(new Error(`refused with ${response.statusCode}`)))
      .on("error", failed)
      .end();
  });
}

/** One short frame from a client: masked, with zeroes, which the server cannot tell from any other mask. */
function send(socket, frame) {
  const text = Buffer.from(JSON.stringify(frame));
  const head = text.length < 126 ? [0x80 | text.length] : [0x80 | 126, text.length >> 8, text.length & 0xff];
  socket.write(Buffer.concat([Buffer.from([0x80 | TEXT, ...head, 0, 0, 0, 0]), text]));
}

async function* frames(socket) {
  let buffer = Buffer.alloc(0);
  for await (const chunk of socket) {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const long = buffer.length > 3 && (buffer[1] & 0x7f) === 126;
      const from = long ? 4 : 2;
      const to = buffer.length < from ? Infinity : from + (long ? buffer.readUInt16BE(2) : buffer[1] & 0x7f);
      if (buffer.length < to) {
        break;
      }
      if ((buffer[0] & 0x0f) === TEXT) {
        yield JSON.parse(buffer.subarray(from, to));
      }
      buffer = buffer.subarray(to);
    }
  }
  throw new Error("the server closed the socket");
}

/** User and system time of a process (proc_pid_stat(5), fields 14 and 15), where there is a /proc. */
function processorTime(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /, "").split(" ");
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return null;
  }
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const runs = [];
for (let i = 0; i < Number(process.argv[2] ?? 5); i++) {
  runs.push(await start());
  console.log(JSON.stringify(runs.at(-1)));
}
const medians = Object.keys(runs[0]).map((name) => [name, median(runs.map((run) => run[name]))]);
console.log(JSON.stringify({ medians: Object.fromEntries(medians) }));
