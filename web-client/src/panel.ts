import type { Composer } from "./composer.ts";
import { icon, iconButton, make } from "./dom.ts";
import type { Strings } from "./strings.ts";
import type { Transcript } from "./transcript.ts";

const BUBBLE = "M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z";
const CROSS = "M6 6l12 12M18 6L6 18";

export interface PanelActions {
  open(): void;
  close(): void;
  end(): void;
  fresh(): void;
  /** Turns the microphone off; returns whether it was on. */
  hush(): boolean;
}

/** The parts of the widget that stand around the transcript and the composer, in the order of the keyboard's focus. */
export class Panel {
  readonly launcher: HTMLButtonElement;
  readonly dialog: HTMLDialogElement;
  readonly #strings: Strings;
  readonly #composer: Composer;
  readonly #name = make("h2", { id: "name" });
  readonly #about = make("p", { class: "about" });
  readonly #status = make("p", { class: "status", role: "status" });
  readonly #announcer = make("p", { class: "unseen", role: "status" });
  readonly #typing = make("div", { class: "typing", "aria-hidden": "true", hidden: "" });
  readonly #fresh: HTMLButtonElement;
  readonly #end: HTMLButtonElement;

  /** @param voice tells what the microphone is doing */
  constructor(
    strings: Strings,
    transcript: Transcript,
    composer: Composer,
    voice: HTMLElement,
    actions: PanelActions,
  ) {
    this.#strings = strings;
    this.#composer = composer;
    this.launcher = make(
      "button",
      { type: "button", class: "launcher", "aria-haspopup": "dialog" },
      icon(BUBBLE),
      strings.launch,
    );
    this.#end = make(
      "button",
      { type: "button", class: "plain", "aria-label": strings.endLabel },
      strings.end,
    );
    const close = iconButton("plain", strings.close, CROSS);
    this.#fresh = make("button", { type: "button", class: "fresh", hidden: "" }, strings.fresh);
    this.#typing.append(make("i"), make("i"), make("i"));
    this.dialog = make(
      "dialog",
      { class: "panel", "aria-labelledby": "name" },
      make("header", {}, make("div", { class: "identity" }, this.#name, this.#about), this.#end, close),
      this.#status,
      transcript.element,
      this.#typing,
      voice,
      composer.element,
      this.#fresh,
      this.#announcer,
    );

    this.launcher.addEventListener("click", () => actions.open());
    close.addEventListener("click", () => actions.close());
    this.#end.addEventListener("click", () => actions.end());
    this.#fresh.addEventListener("click", () => actions.fresh());
    // The first Escape ends what is going on, the next one closes the panel.
    const back = (event: Event) => {
      event.preventDefault();
      if (!actions.hush()) {
        actions.close();
      }
    };
    this.dialog.addEventListener("cancel", back);
    this.dialog.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        back(event);
      }
    });
  }

  /** Where the panel covers the page, the page is out of reach until it is closed; else both are usable. */
  show(covering: boolean): void {
    if (!this.dialog.open) {
      this.launcher.hidden = true;
      covering ? this.dialog.showModal() : this.dialog.show();
    }
    this.focus();
  }

  hide(): void {
    if (this.dialog.open) {
      this.dialog.close();
      this.launcher.hidden = false;
      this.launcher.focus();
    }
  }

  focus(): void {
    if (this.#fresh.hidden) {
      this.#composer.focus();
    } else {
      this.#fresh.focus();
    }
  }

  identify(name: string, version: string): void {
    this.#name.textContent = name;
    this.#about.textContent = this.#strings.about(version);
  }

  /** What the person has to know now; empty: all is well. */
  status(text: string): void {
    this.#status.textContent = text;
  }

  /** What only those need who cannot see it. */
  announce(text: string): void {
    this.#announcer.textContent = text;
  }

  typing(on: boolean): void {
    this.#typing.hidden = !on;
  }

  /** Whether something can be said, or only a new conversation be begun. */
  live(on: boolean): void {
    const hadFocus = this.#composer.element.contains(this.#active) || this.#end === this.#active;
    this.#composer.element.hidden = !on;
    this.#fresh.hidden = on;
    this.#end.hidden = !on;
    if (hadFocus) {
      this.focus();
    }
  }

  get #active(): Element | null {
    return (this.dialog.getRootNode() as ShadowRoot).activeElement ?? null;
  }
}
