// The widget and the server at SOTTO_URL speak with each other: the page is of the server, so is what hears and what
// speaks. The browser's microphone plays a recording again and again, with pauses so short that it speaks over the
// bot's answer. SOTTO_HEARD is what the server hears in it; SOTTO_RECORDING the file, if it is to be words.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { SERVER, startChromium, transcript, visit } from "./chromium.mjs";
import { FaultyNetwork } from "./faulty-network.mjs";
import { microphonePlaying, overhear, silence, tone, writeRecording } from "./sound.mjs";

const { SOTTO_HEARD: heard, SOTTO_RECORDING: given } = process.env;
/** Quieter than this is silence. */
const SILENT = 0.001;
/** Milliseconds of an answer that are enough to be measured before it is stopped. */
const AUDIBLE = 300;

let folder;
let network;
let browser;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "sotto-spoken-"));
  const recording = given ?? join(folder, "person.wav");
  if (!given) {
    // Pauses of several lengths: whatever the server's patience is, after one of them it is being spoken over.
    const parts = [1.1, 1.4, 1.7, 2].flatMap((pause) => [silence(pause), tone(440, 1)]);
    writeRecording(recording, ...parts);
  }
  network = await FaultyNetwork.before(SERVER);
  browser = await startChromium(network.port, microphonePlaying(recording));
});

after(async () => {
  await browser?.close();
  network?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the server tells, with when it came; audio by its length only. */
function follow(page) {
  const frames = [];
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      const frame = typeof payload === "string" ? JSON.parse(payload) : { type: "binary" };
      frames.push({ at: Date.now(), ...frame });
    }),
  );
  return frames;
}

async function until(frames, condition, what) {
  for (let i = 0; i < 400; i++) {
    const found = frames.find(condition);
    if (found) {
      return found;
    }
    await new Promise((resume) => setTimeout(resume, 50));
  }
  const types = frames.map(({ type }) => type).filter((type, i, all) => type !== all[i - 1]);
  return assert.fail(`in 20 seconds there was not: ${what}; there was ${types.join(" ")}`);
}

test("words appear, the answer is read and heard, and speaking over it stops it", {
  timeout: 90_000,
}, async () => {
  let frames = [];
  const { context, page, seen } = await visit(browser, {}, async (page) => {
    frames = follow(page);
    await overhear(page);
  });
  try {
    await page.locator("#talk-coffee").click();
    await page.locator("sotto-chat .message.bot").first().waitFor();
    await page.getByRole("button", { name: "Speak", exact: true }).click();

    const caption = page.locator("sotto-chat .partial");
    await caption.waitFor();
    assert.ok(heard.startsWith(await caption.innerText()) || (await caption.innerText()) === heard);
    const turn = await until(frames, ({ type, text }) => type === "heard" && text === heard, "heard");
    await until(frames, ({ type, at }) => type === "audio" && at >= turn.at, "an answer aloud");
    const said = frames.filter(({ type, at }) => (type === "say" || type === "ask") && at >= turn.at);
    const lines = await transcript(page);
    assert.ok(lines.includes(`You: ${heard}`), lines.join("\n"));
    assert.ok(lines.includes(`The coffee shop: ${said[0].text}`), lines.join("\n"));

    const begun = (stop) => {
      const opened = frames.findLastIndex(({ type, at }) => type === "audio" && at < stop.at);
      return frames.slice(opened).find(({ type }) => type === "binary") ?? stop;
    };
    const isInterruption = (frame) => frame.type === "clear" && frame.at - begun(frame).at > AUDIBLE;
    const stop = await until(frames, isInterruption, "an answer that was stopped");
    const answer = begun(stop);
    const again = await until(frames, ({ type, at }) => type === "audio" && at > stop.at, "the next answer");
    const played = await page.evaluate(() => window.heard);
    const during = played.filter(({ at }) => at > answer.at && at < stop.at);
    const after = played.filter(({ at }) => at > stop.at && at < again.at);
    const loud = during.filter(({ loudness }) => loudness > 0.02);
    assert.ok(loud.length > 1 && loud.at(-1).at - loud[0].at > 100, "the answer was heard");
    const silentAt = after.find((_, i) => after.slice(i).every(({ loudness }) => loudness < SILENT));
    assert.ok(silentAt && silentAt.at - stop.at < 150, `silent ${silentAt?.at - stop.at} ms after clear`);
    const duck = frames.find(({ type, at }) => type === "duck" && at >= answer.at);
    assert.ok(duck && duck.at <= stop.at, "softer before it was silent");
    console.log(`# silent ${silentAt.at - stop.at} ms after clear, ${stop.at - duck.at} ms after duck`);

    await page.getByRole("button", { name: "Speak", exact: true }).click();
    assert.deepEqual(await page.evaluate(() => window.tracks.map(({ readyState }) => readyState)), ["ended"]);
    assert.deepEqual(seen.errors, []);
    assert.ok(!frames.some(({ type }) => type === "error"));
  } finally {
    await context.close();
  }
});
