import { icon, make } from "./dom.ts";
import { length, TEXT_LIMIT, tidy } from "./protocol.ts";
import type { Strings } from "./strings.ts";

/** From how many code points before the limit on the person is told how many are left. */
const NEAR = 100;

const SEND = "M5 12h14M13 6l6 6-6 6";

/** The line in which the person types. What is too long is not cut off but refused, with the number to take away. */
export class Composer {
  readonly element: HTMLFormElement;
  readonly #strings: Strings;
  readonly #submit: (text: string) => boolean;
  readonly #announce: (text: string) => void;
  readonly #input: HTMLTextAreaElement;
  readonly #counter: HTMLElement;
  #limit = TEXT_LIMIT;
  #near: "far" | "near" | "over" = "far";

  /**
   * @param submit takes a text that keeps to the limit; false: it could not be taken and stays in the line
   * @param announce says something to those who cannot see the counter
   * @param microphone the other way to say something
   */
  constructor(
    strings: Strings,
    submit: (text: string) => boolean,
    announce: (text: string) => void,
    microphone: HTMLElement,
  ) {
    this.#strings = strings;
    this.#submit = submit;
    this.#announce = announce;
    // Spelling and writing aids of browsers may send what is typed elsewhere; and nothing is to be filled in again.
    this.#input = make("textarea", {
      id: "input",
      rows: "1",
      autocomplete: "off",
      autocorrect: "off",
      spellcheck: "false",
      writingsuggestions: "false",
      enterkeyhint: "send",
      "aria-describedby": "counter",
    });
    this.#counter = make("p", { id: "counter", class: "counter", hidden: "" });
    this.element = make(
      "form",
      { class: "composer", autocomplete: "off" },
      make("label", { for: "input", class: "unseen" }, strings.message),
      this.#input,
      microphone,
      make("button", { class: "send", "aria-label": strings.send, title: strings.send }, icon(SEND)),
      this.#counter,
    );
    this.#input.placeholder = strings.message;
    this.#input.addEventListener("input", () => this.#count());
    this.#input.addEventListener("keydown", (event) => this.#key(event));
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
  }

  set limit(points: number) {
    this.#limit = points;
    this.#count();
  }

  /** Whether what is typed is hidden from those who look on. It stays one field, so that no aid offers to keep it. */
  set concealed(on: boolean) {
    this.#input.classList.toggle("concealed", on);
    this.#input.placeholder = on ? this.#strings.confidential : this.#strings.message;
  }

  focus(): void {
    this.#input.focus();
  }

  clear(): void {
    this.#input.value = "";
    this.#count();
  }

  #key(event: KeyboardEvent): void {
    // While a character is composed, Enter belongs to the input method.
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#send();
    }
  }

  #send(): void {
    const text = tidy(this.#input.value);
    if (this.#near === "over") {
      this.#announce(this.#counter.textContent ?? "");
    } else if (text !== "" && this.#submit(text)) {
      this.clear();
    }
    this.#input.focus();
  }

  #count(): void {
    const left = this.#limit - length(tidy(this.#input.value));
    const near = left < 0 ? "over" : left <= NEAR ? "near" : "far";
    this.#counter.hidden = near === "far";
    this.#counter.textContent =
      near === "far" ? "" : left < 0 ? this.#strings.tooLong(-left) : this.#strings.left(left);
    this.#input.setAttribute("aria-invalid", String(left < 0));
    if (near !== this.#near) {
      this.#near = near;
      this.#announce(this.#counter.textContent);
    }
  }
}
