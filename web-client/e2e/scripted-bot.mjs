// A server that follows a script, in place of the real one behind the page's WebSocket: it keeps to docs/protocol.md,
// and what it hears is loud or silent, no more.

import { loudness, pcm, samplesOf } from "./sound.mjs";

const LOUD = 0.05;
const FORMAT = { encoding: "pcm_s16le", rate: 16_000 };

export class ScriptedBot {
  /** What came of control frames. */
  received = [];
  /** What came of audio, each frame with when it came. */
  audio = [];
  #socket;
  #terms;
  #seq = 0;
  #waiting = [];

  /** @param terms what `ready` says of audio */
  static async behind(page, terms = { audio: { listen: FORMAT, speak: FORMAT } }) {
    const bot = new ScriptedBot();
    bot.#terms = terms;
    await page.routeWebSocket(/\/v1\/socket$/, (socket) => {
      bot.#socket = socket;
      socket.onMessage((data) => bot.#take(data));
    });
    return bot;
  }

  /** Sends a frame of speech. */
  tell(frame) {
    this.#socket.send(JSON.stringify(frame));
  }

  /** Sends a frame of the session. */
  say(frame) {
    this.tell({ seq: ++this.#seq, turn: 1, class: "public", ...frame });
  }

  /** Speaks at the pace of the protocol: 0.3 seconds ahead of being heard. Returns once all was sent, or `stop` was. */
  async speak(samples, stopped = () => false) {
    this.tell({ type: "audio", ...FORMAT });
    const begin = Date.now();
    const length = 320;
    for (let i = 0; i < samples.length && !stopped(); i += length) {
      const early = begin + (i / FORMAT.rate) * 1000 - 300 - Date.now();
      if (early > 0) {
        await new Promise((resume) => setTimeout(resume, early));
      }
      this.#socket.send(pcm(samples.subarray(i, i + length)));
    }
  }

  /** Late audio of something that was stopped. */
  straggler(samples) {
    this.#socket.send(pcm(samples));
  }

  /** Resolves as soon as what has come fulfils a condition. */
  until(condition, what) {
    return new Promise((done, failed) => {
      const timer = setTimeout(() => failed(new Error(`in 15 seconds there was not: ${what}`)), 15_000);
      this.#waiting.push({ condition, done: () => clearTimeout(timer) || done() });
      this.#check();
    });
  }

  /** Resolves when the microphone has been loud, or silent, for so many frames in a row from now on. */
  hears(loud, frames = 3) {
    const from = this.audio.length;
    return this.until(
      () => {
        const last = this.audio.slice(Math.max(from, this.audio.length - frames));
        return last.length === frames && last.every((frame) => frame.loud === loud);
      },
      `${frames} frames ${loud ? "of sound" : "of silence"}`,
    );
  }

  #take(data) {
    if (typeof data === "string") {
      const frame = JSON.parse(data);
      this.received.push(frame);
      if (frame.type === "hello") {
        this.#welcome(frame);
      }
    } else {
      const samples = samplesOf(data);
      this.audio.push({ at: Date.now(), samples, loud: loudness(samples) > LOUD });
    }
    this.#check();
  }

  #welcome(hello) {
    const limits = { text: 1024, frame: 16_384, binary: 65_536, idle_s: 300, lifetime_s: 3600 };
    const ready = {
      session: "s",
      resume_key: "k",
      received: 0,
      bot: hello.bot,
      version: "1",
      locale: "en-GB",
    };
    this.tell({ type: "ready", ...ready, limits, ...(hello.audio && this.#terms) });
    const ask = { expects: "anything", attempt: 0, answer_class: "public" };
    this.say({ type: "ask", text: "What would you like?", turn: 0, ...ask });
    this.say({ type: "done", turn: 0, cause: 0, action: "ElicitIntent" });
  }

  #check() {
    this.#waiting = this.#waiting.filter(({ condition, done }) => !condition() || done());
  }
}
