// The widget and the server at SOTTO_URL speak with each other: the page is of the server, so is what hears and what
// speaks. The browser's microphone plays SOTTO_RECORDING again and again, with pauses so short that it speaks over the
// bot's answer; SOTTO_HEARD is what is said in it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { SERVER, startChromium, transcript, visit } from "./chromium.mjs";
import { FaultyNetwork } from "./faulty-network.mjs";
import { microphonePlaying, overhear } from "./sound.mjs";

const { SOTTO_HEARD: heard, SOTTO_RECORDING: recording } = process.env;
/** Quieter than this is silence. */
const SILENT = 0.001;
/** Milliseconds of an answer that are enough to be measured before it is stopped. */
const AUDIBLE = 300;

let network;
let browser;

before(async () => {
  network = await FaultyNetwork.before(SERVER);
  browser = await startChromium(network.port, microphonePlaying(recording));
});

after(async () => {
  await browser?.close();
  network?.close();
});

/** Notes each caption that the page shows. */
function readCaptions(page) {
  return page.addInitScript(() => {
    window.captions = [];
    setInterval(() => {
      const caption = document
        .querySelector("sotto-chat")
        ?.shadowRoot?.querySelector(".partial")?.textContent;
      if (caption && caption !== window.captions.at(-1)) {
        window.captions.push(caption);
      }
    }, 10);
  });
}

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
    await readCaptions(page);
  });
  try {
    await page.locator("#talk-bank").click();
    await page.locator("sotto-chat .message.bot").first().waitFor();
    await page.getByRole("button", { name: "Speak", exact: true }).click();

    const turn = await until(frames, ({ type, text }) => type === "heard" && text === heard, "heard");
    await until(frames, ({ type, at }) => type === "audio" && at >= turn.at, "an answer aloud");
    const said = frames.filter(({ type, at }) => (type === "say" || type === "ask") && at >= turn.at);
    const captions = await page.evaluate(() => window.captions);
    const grows = (caption, i) => caption.startsWith(`${captions[i - 1]} `);
    assert.ok(captions.some(grows), captions.join(" | "));
    const lines = await transcript(page);
    assert.ok(lines.includes(`You: ${heard}`), lines.join("\n"));
    assert.ok(lines.includes(`The bank: ${said[0].text}`), lines.join("\n"));

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
