import type { Delivery } from "./conversation.ts";
import { make } from "./dom.ts";
import type { Card } from "./protocol.ts";
import type { Strings } from "./strings.ts";
import type { Clock } from "./surroundings.ts";

interface Own {
  readonly element: HTMLElement;
  readonly state: HTMLElement;
  readonly text: string;
}

/** The conversation as it is shown. It exists in these elements only, and `clear` leaves nothing of it. */
export class Transcript {
  readonly element: HTMLElement;
  readonly #clock: Clock;
  readonly #strings: Strings;
  readonly #again: (text: string) => void;
  readonly #own = new Map<number, Own>();
  #expiries: (() => void)[] = [];
  #partial: HTMLElement | undefined;

  /** @param again is called with the text when the person asks to send an undelivered message again */
  constructor(clock: Clock, strings: Strings, again: (text: string) => void) {
    this.#clock = clock;
    this.#strings = strings;
    this.#again = again;
    this.element = make("div", { class: "log", role: "log", "aria-label": strings.log, tabindex: "0" });
    this.aloud = false;
  }

  /** @param ttl seconds to show it; undefined: until the transcript is cleared */
  bot(name: string, text: string, language: string, ttl: number | undefined): void {
    const element = this.#message("bot", name, text);
    element.lang = language;
    if (ttl !== undefined) {
      element.append(make("small", { class: "state" }, this.#strings.disappears(ttl)));
      this.#expiries.push(this.#clock.after(ttl * 1000, () => element.remove()));
    }
    this.#show(element);
  }

  /** @param choose says the value of a choice, once: then the choices are over */
  card(name: string, card: Card, language: string, choose: (value: string) => boolean): void {
    const element = this.#message("bot", name, card.title);
    element.lang = language;
    if (card.subtitle) {
      element.append(make("p", { class: "subtitle", dir: "auto" }, card.subtitle));
    }
    if (card.image) {
      const link = { href: card.image, target: "_blank", rel: "noopener noreferrer" };
      element.append(make("p", {}, make("a", link, this.#strings.picture)));
    }
    const choices = make("div", { class: "choices", role: "group", "aria-label": card.title });
    for (const { text, value } of card.buttons) {
      const button = make("button", { type: "button", class: "choice" }, text);
      button.addEventListener("click", () => {
        if (choose(value)) {
          choices.remove();
        }
      });
      choices.append(button);
    }
    element.append(choices);
    this.#show(element);
  }

  hidden(name: string): void {
    this.#show(this.#message("bot", name, this.#strings.hidden));
  }

  /** @param concealed whether to show only that something was said */
  own(id: number, text: string, concealed: boolean): void {
    const element = this.#message("you", this.#strings.you, concealed ? this.#strings.hidden : text);
    const state = make("small", { class: "state sending", "aria-live": "off" }, this.#strings.sending);
    element.append(state);
    this.#own.set(id, { element, state, text });
    this.#show(element);
  }

  delivery(id: number, delivery: Delivery): void {
    const own = this.#own.get(id);
    if (!own) {
      return;
    }
    const { element, state } = own;
    this.#own.delete(id);
    if (delivery === "sent") {
      state.remove();
      return;
    }
    state.classList.remove("sending");
    state.textContent = this.#strings.failed;
    const again = make("button", { type: "button", class: "again" }, this.#strings.again);
    again.addEventListener("click", () => {
      element.remove();
      this.#again(own.text);
    });
    element.append(again);
  }

  /** The words so far of what the person is saying; empty: none. They are not read out: they change all the time. */
  partial(text: string, language: string): void {
    if (text === "") {
      this.#partial?.remove();
      this.#partial = undefined;
      return;
    }
    if (!this.#partial) {
      this.#partial = make("div", { class: "message you partial", "aria-hidden": "true" }, make("p"));
    }
    this.#partial.lang = language;
    (this.#partial.firstElementChild as HTMLElement).textContent = text;
    this.#show(this.#partial);
  }

  /** What the person has said; undefined: it was not understood. */
  heard(text: string | undefined, language: string): void {
    this.partial("", language);
    const element = this.#message("you", this.#strings.you, text ?? this.#strings.voice.notUnderstood);
    if (text === undefined) {
      element.classList.add("unheard");
    } else {
      element.lang = language;
    }
    this.#show(element);
  }

  /** Whether the bot's words can be heard, so that a screen reader need not read them out over it. */
  set aloud(on: boolean) {
    this.element.setAttribute("aria-live", on ? "off" : "polite");
  }

  /** Something that the widget has to tell about the conversation. */
  note(text: string): void {
    this.#show(make("p", { class: "note" }, text));
  }

  /** Brings what was said last into view. */
  scroll(): void {
    this.element.scrollTop = this.element.scrollHeight;
  }

  clear(): void {
    for (const stop of this.#expiries) {
      stop();
    }
    this.#expiries = [];
    this.#own.clear();
    this.#partial = undefined;
    this.element.replaceChildren();
  }

  #message(side: "bot" | "you", name: string, text: string): HTMLElement {
    const who = make("span", { class: "unseen" }, `${name}: `);
    return make("div", { class: `message ${side}` }, make("p", { dir: "auto" }, who, text));
  }

  #show(element: HTMLElement): void {
    this.element.append(element);
    this.scroll();
  }
}
