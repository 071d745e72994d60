import { Composer } from "./composer.ts";
import type { Over, Place } from "./connection.ts";
import { Conversation, type ConversationEvent } from "./conversation.ts";
import { Panel } from "./panel.ts";
import type { Strings } from "./strings.ts";
import type { Surroundings } from "./surroundings.ts";
import { Transcript } from "./transcript.ts";
import { VoiceControl } from "./voice/control.ts";
import type { Trouble } from "./voice/state.ts";
import { Voice, type VoiceView } from "./voice/voice.ts";

/** Milliseconds after which it is shown that the bot is answering; most answers come sooner. */
export const TYPING_AFTER = 300;
/** Milliseconds after which that is told to a screen reader too. */
export const TYPING_ALOUD_AFTER = 3_000;
/** Milliseconds that a connection may be away before it is told; most come back sooner. */
export const INTERRUPTED_AFTER = 1_500;
/** Milliseconds that a conversation stays readable after the bot ended it. */
export const READABLE_AFTER_END = 120_000;
/** How much of a version's name is shown. */
const VERSION_LENGTH = 8;

/** Ends after which the conversation is cleared at once: the person went, or is not there any more. */
const CLEARED_AT_ONCE: readonly Over[] = ["left", "expired"];

/** Ties one conversation after the other to what is seen of it. */
export class Chat {
  readonly panel: Panel;
  readonly #around: Surroundings;
  readonly #strings: Strings;
  readonly #transcript: Transcript;
  readonly #composer: Composer;
  readonly #control: VoiceControl;
  /** Undefined in a browser that cannot speak or listen. */
  readonly #voice: Voice | undefined;
  #conversation: Conversation | undefined;
  #heading = "";
  #language = "";
  /** Whether the bot waits for something secret. */
  #concealed = false;
  #stopTyping = () => {};
  #stopTelling = () => {};
  #stopClearing = () => {};

  /**
   * @param open asks for the panel
   * @param close asks for it to go
   * @param fresh asks for a new conversation
   */
  constructor(
    around: Surroundings,
    strings: Strings,
    open: () => void,
    close: () => void,
    fresh: () => void,
  ) {
    this.#around = around;
    this.#strings = strings;
    this.#transcript = new Transcript(around.clock, strings, (text) => this.#submit(text));
    const announce = (text: string) => this.panel.announce(text);
    this.#control = new VoiceControl(strings, () => this.#voice?.on({ type: "pressed" }), announce);
    this.#composer = new Composer(strings, (text) => this.#submit(text), announce, this.#control.button);
    const end = () => this.#end();
    const actions = { open, close, end, fresh, hush: () => this.hush() };
    this.panel = new Panel(strings, this.#transcript, this.#composer, this.#control.bar, actions);
    const { sound, clock } = around;
    this.#voice = sound && new Voice(sound, clock, () => this.#conversation?.line, this.#view);
  }

  /** Whether there is a conversation, be it over already. */
  get begun(): boolean {
    return this.#conversation !== undefined;
  }

  begin(place: Place, heading: string): void {
    this.leave();
    this.#heading = heading;
    this.panel.identify(heading, "");
    this.panel.live(true);
    this.panel.status(this.#strings.connecting);
    const conversation: Conversation = new Conversation(this.#around, place, (event) => {
      if (conversation === this.#conversation) {
        this.#on(event);
      }
    });
    this.#conversation = conversation;
    conversation.start();
  }

  /** There is reason to believe that the network is back. */
  hurry(): void {
    this.#conversation?.hurry();
  }

  /** Turns the microphone off; returns whether it was on. */
  hush(why?: Trouble): boolean {
    const was = this.#voice?.active ?? false;
    this.#voice?.on({ type: "stopped", ...(why && { why }) });
    return was;
  }

  /** Ends the conversation, if there is one, and leaves nothing of it on the page. */
  leave(): void {
    const conversation = this.#conversation;
    this.hush();
    this.#control.offered = false;
    this.#conversation = undefined;
    conversation?.leave();
    this.#clear();
  }

  /** What is spoken, as it is shown; of an answer that is secret nothing is. */
  get #view(): VoiceView {
    return {
      voice: (shown, trouble) => {
        this.#control.show(shown, trouble);
        this.#transcript.aloud = this.#voice?.aloud ?? false;
      },
      level: (level) => this.#control.level(level),
      partial: (text) => this.#transcript.partial(this.#concealed ? "" : text, this.#language),
      heard: (text) => this.#transcript.heard(this.#concealed ? this.#strings.hidden : text, this.#language),
    };
  }

  #on(event: ConversationEvent): void {
    switch (event.type) {
      case "open":
        this.#language = event.locale;
        this.#composer.limit = event.textLimit;
        this.panel.identify(this.#heading, event.version.slice(0, VERSION_LENGTH));
        this.#tell("", 0);
        this.#control.offered = event.audio && this.#voice !== undefined;
        return this.#voice?.on({ type: "ready", agreed: event.audio });
      case "interrupted":
        this.#voice?.on({ type: "interrupted" });
        return this.#tell(this.#strings.interrupted, INTERRUPTED_AFTER);
      case "restarted":
        return this.#transcript.note(this.#strings.restarted);
      case "said":
        this.#conceal(event.concealed);
        // What is secret is not said aloud.
        if (!event.secret) {
          this.#voice?.on({ type: "said" });
        }
        return event.secret
          ? this.#transcript.hidden(this.#heading)
          : this.#transcript.bot(this.#heading, event.text, this.#language, event.ttl);
      case "card":
        return this.#transcript.card(this.#heading, event.card, this.#language, (value) =>
          this.#submit(value),
        );
      case "transferred":
        return this.#transcript.note(this.#strings.transferred);
      case "delivery":
        return this.#transcript.delivery(event.id, event.state);
      case "thinking":
        return this.#thinking(event.on);
      case "line":
        return this.#voice?.take(event.frame);
      case "audio":
        return this.#voice?.play(event.pcm);
      case "unheard":
        return void this.hush(event.busy ? "busy" : "unavailable");
      case "answered":
      case "ending":
        return this.#voice?.on(event);
      case "over":
        this.#voice?.on({ type: "over" });
        return this.#over(event.why);
    }
  }

  #conceal(on: boolean): void {
    this.#concealed = on;
    this.#composer.concealed = on;
  }

  #submit(text: string): boolean {
    const id = this.#conversation?.submit(text);
    if (id === undefined) {
      this.panel.announce(this.#strings.tooMany);
      return false;
    }
    this.#transcript.own(id, text, this.#concealed);
    return true;
  }

  #end(): void {
    this.leave();
    this.#over("left");
  }

  #over(why: Over): void {
    this.#tell(this.#strings.over[why], 0);
    this.panel.live(false);
    if (CLEARED_AT_ONCE.includes(why)) {
      this.#clear();
    } else {
      this.#stopClearing = this.#around.clock.after(READABLE_AFTER_END, () => this.#clear());
    }
  }

  #thinking(on: boolean): void {
    this.#stopTyping();
    this.panel.typing(false);
    if (on) {
      const { clock } = this.#around;
      this.#stopTyping = clock.after(TYPING_AFTER, () => {
        this.panel.typing(true);
        this.#transcript.scroll();
        this.#stopTyping = clock.after(TYPING_ALOUD_AFTER - TYPING_AFTER, () =>
          this.panel.announce(this.#strings.typing(this.#heading)),
        );
      });
    } else {
      this.panel.announce("");
    }
  }

  #tell(status: string, after: number): void {
    this.#stopTelling();
    if (after === 0) {
      this.panel.status(status);
    } else {
      this.#stopTelling = this.#around.clock.after(after, () => this.panel.status(status));
    }
  }

  #clear(): void {
    this.#stopClearing();
    this.#thinking(false);
    this.#conceal(false);
    this.#transcript.clear();
    this.#composer.clear();
  }
}
