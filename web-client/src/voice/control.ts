import { icon, make } from "../dom.ts";
import type { Strings } from "../strings.ts";
import type { Trouble, VoiceShown } from "./state.ts";

const MICROPHONE =
  "M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21";
const CROSSED_OUT = `${MICROPHONE}M4 4l16 16`;
const ICONS: Readonly<Record<VoiceShown, string>> = {
  off: CROSSED_OUT,
  asking: "M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 18v.01",
  interrupted: "M12 5v9M12 18v.01",
  listening: MICROPHONE,
  thinking: "M6 12v.01M12 12v.01M18 12v.01",
  speaking: "M4 10v4h3l5 4V6L7 10zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11",
};
/** What is told aloud: that the microphone goes on or off, and why. The turns themselves can be heard. */
const TOLD: readonly VoiceShown[] = ["off", "asking", "interrupted", "listening"];
/** The quietest level that the meter shows, in decibels below the loudest. */
const QUIETEST = 54;

/** The button of the microphone, and the line that tells what it is doing. */
export class VoiceControl {
  readonly button: HTMLButtonElement;
  readonly bar: HTMLElement;
  readonly #strings: Strings;
  readonly #announce: (text: string) => void;
  readonly #words = make("span", { id: "voice" });
  readonly #icon = make("span", { class: "voice-icon" });
  readonly #level = make("i");
  #told: VoiceShown = "off";

  /**
   * @param press is called when the person wants the microphone on or off
   * @param announce says something to those who cannot see it
   */
  constructor(strings: Strings, press: () => void, announce: (text: string) => void) {
    this.#strings = strings;
    this.#announce = announce;
    const name = strings.voice.speak;
    this.button = make(
      "button",
      {
        type: "button",
        class: "microphone",
        "aria-label": name,
        title: name,
        "aria-pressed": "false",
        "aria-describedby": "voice",
        hidden: "",
      },
      icon(MICROPHONE),
    );
    this.button.addEventListener("click", press);
    const meter = make("span", { class: "level", "aria-hidden": "true" }, this.#level);
    this.bar = make("p", { class: "voice", hidden: "" }, this.#icon, this.#words, meter);
  }

  /** Whether this bot can be spoken to. */
  set offered(on: boolean) {
    this.button.hidden = !on;
  }

  show(shown: VoiceShown, trouble: Trouble | undefined): void {
    const { voice } = this.#strings;
    const words = trouble ? voice.trouble[trouble] : shown === "off" ? "" : voice[shown];
    this.button.setAttribute("aria-pressed", String(shown !== "off"));
    this.bar.hidden = words === "";
    this.bar.dataset.state = trouble ? "trouble" : shown;
    this.#words.textContent = words;
    this.#icon.replaceChildren(icon(ICONS[shown]));
    if (shown !== this.#told && TOLD.includes(shown)) {
      this.#told = shown;
      this.#announce(words || voice.off);
    }
  }

  /** @param level the root mean square of what is heard, from 0 to 1 */
  level(level: number): void {
    const decibels = 20 * Math.log10(Math.max(level, 1e-5));
    const height = Math.max(0, Math.min(1, 1 + (decibels + 9) / QUIETEST));
    this.#level.style.setProperty("--level", height.toFixed(2));
  }
}
