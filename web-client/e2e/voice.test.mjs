// The widget's microphone and loudspeaker in a real browser: the page is of the server at SOTTO_URL, with its policy;
// the microphone plays a recording, and the far end of the WebSocket follows a script.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { SERVER, startChromium, transcript, visit } from "./chromium.mjs";
import { FaultyNetwork } from "./faulty-network.mjs";
import { ScriptedBot } from "./scripted-bot.mjs";
import { microphonePlaying, overhear, purity, silence, tone, writeRecording } from "./sound.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** What the microphone hears, and what the bot says, so that neither is taken for the other. */
const PERSON = 440;
const BOT = 1_000;

let folder;
let network;
let browser;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "sotto-voice-"));
  const recording = join(folder, "person.wav");
  writeRecording(recording, silence(0.5), tone(PERSON, 1), silence(0.5));
  network = await FaultyNetwork.before(SERVER);
  browser = await startChromium(network.port, microphonePlaying(recording));
});

after(async () => {
  await browser?.close();
  network?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs one test on a page with a scripted bot; errors on the page fail it. */
function onPage(name, run, { prepare = overhear, terms, options } = {}) {
  test(name, { timeout: 60_000 }, async () => {
    let bot;
    const visitor = await visit(browser, options, async (page) => {
      bot = await ScriptedBot.behind(page, terms);
      await prepare(page);
    });
    try {
      const { page } = visitor;
      await page.locator("#talk-coffee").click();
      await page.locator("sotto-chat .message.bot").first().waitFor();
      await run({ ...visitor, bot, button: page.getByRole("button", { name: "Speak", exact: true }) });
      assert.deepEqual(visitor.seen.errors, []);
    } finally {
      await visitor.context.close();
    }
  });
}

function state(page) {
  return page.locator("sotto-chat .voice").innerText();
}

function stateIs(page, words) {
  return page.locator("sotto-chat .voice", { hasText: words }).waitFor();
}

/** What the page has played since a moment: each loudness and pitch with its time. */
function playedSince(page, moment) {
  return page.evaluate((from) => window.heard.filter(({ at }) => at >= from), moment);
}

onPage("what the microphone hears arrives, whole and in time", async ({ page, bot, button }) => {
  await button.click();
  await stateIs(page, "Listening");
  await bot.until(() => bot.audio.length >= 100, "three seconds of audio");

  assert.deepEqual(bot.received.find(({ type }) => type === "hello").audio, {
    listen: { encoding: "pcm_s16le", rate: 16_000 },
    speak: { encoding: "pcm_s16le", rate: 16_000 },
  });
  assert.deepEqual(
    bot.received.filter(({ type }) => type === "microphone"),
    [{ type: "microphone", state: "on" }],
  );
  for (const { samples } of bot.audio) {
    const ms = samples.length / 16;
    assert.ok(ms >= 20 && ms <= 40, `${ms} ms in a frame`);
  }
  const frames = bot.audio.slice(5, 100);
  const seconds = (frames.at(-1).at - frames[0].at) / 1000;
  const rate = ((frames.length - 1) * frames[0].samples.length) / seconds;
  assert.ok(Math.abs(rate / 16_000 - 1) < 0.1, `${Math.round(rate)} samples a second`);
  const loud = bot.audio.filter(
    ({ samples }) => samples.every(Number.isFinite) && purity(samples, PERSON) > 0.9,
  );
  assert.ok(loud.length > 30, `${loud.length} frames of the recording's tone`);
  assert.ok(bot.audio.some((frame) => !frame.loud));
  const [{ audio, video }] = await page.evaluate(() => window.asked);
  assert.equal(video, undefined);
  assert.deepEqual(audio, {
    channelCount: 1,
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
  });
});

onPage(
  "words appear, the answer is read and heard, and speaking over it stops it",
  async ({ page, bot, button }) => {
    await button.click();
    await bot.hears(true);
    bot.tell({ type: "partial", text: "a large" });
    await page.locator("sotto-chat .partial", { hasText: "a large" }).waitFor();
    bot.tell({ type: "partial", text: "a large latte" });
    await page.locator("sotto-chat .partial", { hasText: "a large latte" }).waitFor();
    await bot.hears(false);
    bot.tell({ type: "heard", text: "a large latte", begin: 800, end: 2000, reason: "silence" });
    await stateIs(page, "One moment");
    bot.say({ type: "say", text: "A large latte." });
    bot.say({ type: "done", cause: 0, action: "ElicitIntent" });

    const begin = Date.now();
    await bot.speak(tone(BOT, 0.4));
    bot.tell({ type: "mark", mark: "1" });
    await stateIs(page, "Speaking");
    await bot.until(() => bot.received.some(({ type }) => type === "played"), "played");
    const played = Date.now();
    assert.ok(played - begin >= 400, "it was heard before that was told");
    assert.deepEqual(bot.received.at(-1), { type: "played", mark: "1" });
    await stateIs(page, "Listening");
    const sounding = (await playedSince(page, begin)).filter(({ loudness }) => loudness > 0.1);
    const span = sounding.at(-1).at - sounding[0].at;
    assert.ok(span > 300 && span < 500, `${span} ms of 400 were played`);
    assert.ok(
      sounding.every(({ at }) => at <= played),
      "nothing after it was told that all was heard",
    );
    const pitches = sounding.slice(3, -3).map(({ hertz }) => hertz);
    assert.ok(pitches.length > 5 && pitches.every((hertz) => Math.abs(hertz - BOT) < 70), `${pitches}`);
    assert.deepEqual((await transcript(page)).slice(1), [
      "You: a large latte",
      "The coffee shop: A large latte.",
    ]);

    let stopped = false;
    await bot.hears(false);
    const over = bot.speak(tone(BOT, 20), () => stopped);
    await stateIs(page, "Speaking");
    await bot.hears(false);
    await bot.hears(true);
    await page.waitForFunction(() => {
      const last = window.heard.filter(({ at }) => at > window.heard.at(-1).at - 200);
      return last.length > 3 && last.every(({ loudness }) => loudness > 0.2);
    });
    const ducked = Date.now();
    bot.tell({ type: "duck", reason: "voice" });
    await page.waitForTimeout(200);
    const loud = (await playedSince(page, ducked - 150)).filter(({ at }) => at < ducked);
    const soft = (await playedSince(page, ducked + 120)).map(({ loudness }) => loudness);
    assert.ok(
      loud.every(({ loudness }) => loudness > 0.2),
      "loud before",
    );
    assert.ok(
      soft.length > 3 && soft.every((loudness) => loudness > 0.02 && loudness < 0.1),
      `soft: ${soft}`,
    );
    const cleared = Date.now();
    bot.tell({ type: "clear", reason: "word" });
    stopped = true;
    bot.straggler(tone(BOT, 1));
    await stateIs(page, "Listening");
    await page.waitForTimeout(300);
    await over;
    const after = await playedSince(page, cleared);
    const silentAt = after.find((_, i) => after.slice(i).every(({ loudness }) => loudness < 0.001));
    assert.ok(
      silentAt && silentAt.at - cleared < 150,
      `silent ${silentAt?.at - cleared} ms after it was stopped`,
    );
    assert.equal(
      bot.received.filter(({ type }) => type === "played").length,
      1,
      "what was dropped was not played",
    );
    console.log(`# ducked and stopped; silent ${silentAt.at - cleared} ms after clear was sent`);
  },
);

onPage("the microphone is really off when it is off", async ({ page, bot, button }) => {
  await page.getByLabel("Your message").focus();
  await page.keyboard.press("Tab");
  assert.ok(await button.evaluate((element) => element.matches(":focus-visible")));
  await page.keyboard.press("Enter");
  await stateIs(page, "Listening");
  assert.equal(await button.getAttribute("aria-pressed"), "true");
  await bot.hears(true);
  const level = page.locator("sotto-chat .level i");
  assert.ok(await level.evaluate((bar) => Number(bar.style.getPropertyValue("--level")) > 0.3));
  await page.keyboard.press("Escape");

  assert.equal(await button.getAttribute("aria-pressed"), "false");
  assert.equal(await page.locator("sotto-chat .voice").isVisible(), false);
  assert.ok(await page.getByRole("dialog").isVisible(), "the panel stays");
  await bot.until(() => bot.received.at(-1).state === "off", "microphone off");
  const frames = bot.audio.length;
  await page.waitForTimeout(300);
  assert.equal(bot.audio.length, frames);
  assert.deepEqual(await page.evaluate(() => window.tracks.map(({ readyState }) => readyState)), ["ended"]);

  await page.keyboard.press("Enter");
  await bot.hears(true);
  await page.getByRole("button", { name: "End the conversation" }).click();
  await bot.until(() => bot.received.at(-1).type === "end", "the end");
  assert.deepEqual(await page.evaluate(() => window.tracks.map(({ readyState }) => readyState)), [
    "ended",
    "ended",
  ]);
});

onPage(
  "a browser that gives no other rate is brought to 16 kHz",
  async ({ bot, button }) => {
    await button.click();
    await bot.until(() => bot.audio.length >= 70, "two seconds of audio");

    const frames = bot.audio.slice(5, 70);
    const seconds = (frames.at(-1).at - frames[0].at) / 1000;
    const rate = ((frames.length - 1) * frames[0].samples.length) / seconds;
    assert.ok(Math.abs(rate / 16_000 - 1) < 0.1, `${Math.round(rate)} samples a second`);
    assert.ok(bot.audio.filter(({ samples }) => purity(samples, PERSON) > 0.9).length > 20);
  },
  {
    prepare: async (page) => {
      await overhear(page);
      await page.addInitScript(() => {
        const { createMediaStreamSource } = AudioContext.prototype;
        AudioContext.prototype.createMediaStreamSource = function (stream) {
          if (this.sampleRate === 16_000) {
            throw new DOMException("another rate", "NotSupportedError");
          }
          return createMediaStreamSource.call(this, stream);
        };
      });
    },
  },
);

for (const [name, words] of [
  ["NotAllowedError", "The microphone is not allowed."],
  ["NotFoundError", "No microphone was found."],
]) {
  onPage(
    `a microphone that can not be had is told of: ${name}`,
    async ({ page, bot, button }) => {
      await button.click();
      await stateIs(page, words);

      assert.equal(await button.getAttribute("aria-pressed"), "false");
      assert.ok(!bot.received.some(({ type }) => type === "microphone"));
      const tree = await page.locator("sotto-chat").ariaSnapshot();
      assert.ok(tree.includes(words), tree);
    },
    {
      prepare: (page) =>
        page.addInitScript((error) => {
          MediaDevices.prototype.getUserMedia = () => Promise.reject(new DOMException("no", error));
        }, name),
    },
  );
}

onPage(
  "there is no button where the server does not listen",
  async ({ page, button }) => {
    assert.equal(await button.count(), 0);
    assert.equal((await transcript(page)).length, 1);
  },
  { terms: { audio_unavailable: { code: "voice.unavailable", message: "not here" } } },
);

for (const [colorScheme, viewport] of [
  ["light", { width: 1280, height: 800 }],
  ["dark", { width: 320, height: 568 }],
]) {
  onPage(
    `there are no barriers while it listens, ${colorScheme} and ${viewport.width} wide`,
    async ({ page, bot, button }) => {
      await button.click();
      await stateIs(page, "Listening");
      bot.tell({ type: "partial", text: "a large latte" });
      await page.locator("sotto-chat .partial").waitFor();
      assert.deepEqual(await violations(page), []);
      bot.tell({ type: "heard", begin: 0, end: 900, reason: "no_word" });
      bot.tell({ type: "error", code: "busy.speech", message: "later" });
      await stateIs(page, "Too many people");
      assert.deepEqual(await violations(page), []);
      const { x, width } = await button.boundingBox();
      assert.ok(x >= 0 && x + width <= viewport.width);
    },
    { options: { colorScheme, viewport } },
  );
}

async function violations(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, { resultTypes: ["violations"] }),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

onPage(
  "the level does not jump for those who do not want it",
  async ({ page, bot, button }) => {
    await button.click();
    await bot.hears(true);
    const style = await page.locator("sotto-chat .level i").evaluate((bar) => {
      const { transform, transitionDuration } = getComputedStyle(bar);
      return { transform, transitionDuration };
    });
    assert.deepEqual(style, { transform: "none", transitionDuration: "1s" });
    assert.match(await state(page), /Listening/);
  },
  { options: { reducedMotion: "reduce" } },
);

onPage(
  "nothing that was heard is left on the page, and no request leaves the origin",
  async ({ page, bot, button, seen }) => {
    await button.click();
    await bot.hears(true);
    await bot.speak(tone(BOT, 0.2));
    await button.click();

    const origins = new Set(seen.requests.map((url) => new URL(url).origin));
    assert.deepEqual([...origins], [SERVER]);
    assert.ok(!seen.requests.some((url) => /^(blob|data):/.test(url)));
    const source = await page.evaluate(async () => (await fetch("/sotto-chat.js")).text());
    assert.doesNotMatch(source, /MediaRecorder|Blob|createObjectURL/);
  },
);
