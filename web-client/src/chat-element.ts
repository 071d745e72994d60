import styles from "./chat.css?inline";
import { Chat } from "./chat.ts";
import type { Place } from "./connection.ts";
import { stringsFor } from "./strings.ts";
import { browser, type Surroundings } from "./surroundings.ts";

/** From this width or height down the panel covers the page; the style sheet has the same. */
const COVERING = "(max-width: 30rem), (max-height: 30rem)";

/**
 * `<sotto-chat bot="bank">`: a button that opens a conversation with a bot.
 *
 * Attributes: `bot`, the bot's name; `heading`, what it is called on the screen; `locale`, the language it is spoken
 * to in; `lang`, the language of the widget; `open`, there while the panel is. The server is the one that the page came
 * from. Nothing is kept anywhere: a conversation is gone with the element, the page or its end.
 */
export class SottoChat extends HTMLElement {
  static readonly observedAttributes = ["bot", "locale", "open"];

  /** What the widget needs of the browser; may be replaced before the element is put into a page. */
  surroundings: Surroundings = browser;

  #chat: Chat | undefined;
  #listeners = new AbortController();

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    this.#chat ??= this.#build();
    const chat = this.#chat;
    window.addEventListener("pagehide", () => this.#leave(chat), { signal });
    window.addEventListener("online", () => chat.hurry(), { signal });
    document.addEventListener("visibilitychange", () => this.#seen(chat), { signal });
    this.#apply(chat);
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
    this.#chat?.leave();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (this.#chat && this.isConnected) {
      if (name !== "open" && before !== after) {
        this.#chat.leave();
      }
      this.#apply(this.#chat);
    }
  }

  #build(): Chat {
    const strings = stringsFor(this.closest<HTMLElement>("[lang]")?.lang, ...navigator.languages);
    const chat: Chat = new Chat(
      this.surroundings,
      strings,
      () => this.setAttribute("open", ""),
      () => this.removeAttribute("open"),
      () => this.#begin(chat),
    );
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    root.append(chat.panel.launcher, chat.panel.dialog);
    return chat;
  }

  /** Brings what is shown in line with the attributes. */
  #apply(chat: Chat): void {
    if (!this.hasAttribute("open") || !this.getAttribute("bot")) {
      chat.hush();
      chat.panel.hide();
      chat.panel.launcher.hidden = !this.getAttribute("bot");
      return;
    }
    if (!chat.begun) {
      this.#begin(chat);
    }
    chat.panel.show(matchMedia(COVERING).matches);
  }

  #begin(chat: Chat): void {
    chat.begin(this.#place, this.getAttribute("heading") ?? this.#place.bot);
    chat.panel.focus();
  }

  /** Nobody is listened to who has gone to another page. */
  #seen(chat: Chat): void {
    if (document.visibilityState === "hidden") {
      chat.hush("hidden");
    } else {
      chat.hurry();
    }
  }

  /** The page goes, perhaps to come back from the browser's cache: then the panel is closed. */
  #leave(chat: Chat): void {
    chat.leave();
    this.removeAttribute("open");
  }

  get #place(): Place {
    const locale = this.getAttribute("locale");
    return {
      server: location.origin,
      bot: this.getAttribute("bot") ?? "",
      ...(locale ? { locale } : {}),
    };
  }
}
