import type { Trouble } from "./voice/state.ts";

/** Everything that the widget itself says to people. */
export interface Strings {
  readonly launch: string;
  readonly close: string;
  readonly end: string;
  /** Says more than `end`, and begins or ends with it. */
  readonly endLabel: string;
  /** Stands below the bot's name; the version is empty until a session is open. */
  readonly about: (version: string) => string;
  readonly log: string;
  readonly you: string;
  readonly message: string;
  readonly send: string;
  readonly sending: string;
  readonly failed: string;
  readonly again: string;
  readonly hidden: string;
  /** A link to the picture of a card. */
  readonly picture: string;
  /** Stands in the line while the answer is secret. */
  readonly confidential: string;
  readonly disappears: (seconds: number) => string;
  readonly typing: (bot: string) => string;
  readonly left: (points: number) => string;
  readonly tooLong: (points: number) => string;
  readonly tooMany: string;
  readonly connecting: string;
  readonly interrupted: string;
  readonly restarted: string;
  readonly transferred: string;
  readonly fresh: string;
  readonly voice: {
    /** The button that turns the microphone on and off. */
    readonly speak: string;
    readonly asking: string;
    readonly interrupted: string;
    readonly listening: string;
    readonly thinking: string;
    readonly speaking: string;
    readonly off: string;
    /** Stands in place of what was said. */
    readonly notUnderstood: string;
    /** Why the microphone is off. */
    readonly trouble: Readonly<Record<Trouble, string>>;
  };
  readonly over: {
    readonly completed: string;
    readonly left: string;
    readonly transferred: string;
    readonly expired: string;
    readonly failed: string;
    readonly drained: string;
    readonly replaced: string;
    readonly refused: string;
    readonly incompatible: string;
  };
}

const en: Strings = {
  launch: "Chat",
  close: "Close the chat window",
  end: "End",
  endLabel: "End the conversation",
  about: (version) => `Automated assistant${version && ` · version ${version}`}`,
  log: "Conversation",
  you: "You",
  message: "Your message",
  send: "Send",
  sending: "Sending…",
  failed: "Not delivered",
  again: "Send again",
  hidden: "•••••• (confidential, not shown)",
  picture: "Picture",
  confidential: "Your answer (confidential, not shown)",
  disappears: (seconds) => `Disappears after ${seconds} s`,
  typing: (bot) => `${bot} is answering…`,
  left: (points) => `Characters left: ${points}`,
  tooLong: (points) => `Characters too many: ${points}`,
  tooMany: "Please wait for an answer first.",
  connecting: "Connecting…",
  interrupted: "The connection was lost. Trying again…",
  restarted: "The earlier conversation could not be continued. This is a new one: please begin again.",
  transferred: "You are being handed over.",
  fresh: "New conversation",
  voice: {
    speak: "Speak",
    asking: "Please allow the microphone in your browser.",
    interrupted: "Microphone on, but the connection is interrupted.",
    listening: "Listening…",
    thinking: "One moment…",
    speaking: "Speaking. You may speak over it.",
    off: "Microphone off",
    notUnderstood: "(not understood)",
    trouble: {
      refused: "The microphone is not allowed. You can allow it in your browser's settings for this page.",
      missing: "No microphone was found.",
      unusable: "The microphone cannot be used. Perhaps another program has it.",
      unplugged: "The microphone is gone and was turned off.",
      busy: "Too many people are speaking just now. Please type, or try again later.",
      slow: "The connection is too slow to speak over. The microphone was turned off; please type.",
      hidden: "The microphone was turned off while you were away from this page.",
      unavailable: "This bot cannot be spoken to now. Please type.",
    },
  },
  over: {
    completed: "The conversation is over.",
    left: "You ended the conversation. It was cleared here.",
    transferred: "You were handed over; this conversation is over.",
    expired: "The conversation was idle for too long. It is over and was cleared here.",
    failed: "Something went wrong; the conversation is over.",
    drained: "The service is restarting; the conversation is over.",
    replaced: "The conversation goes on in another window.",
    refused: "This chat is not available here.",
    incompatible: "This chat does not fit the server. Reloading the page may help.",
  },
};

const de: Strings = {
  launch: "Chat",
  close: "Chatfenster schließen",
  end: "Beenden",
  endLabel: "Gespräch beenden",
  about: (version) => `Automatischer Assistent${version && ` · Version ${version}`}`,
  log: "Gespräch",
  you: "Sie",
  message: "Ihre Nachricht",
  send: "Senden",
  sending: "Wird gesendet…",
  failed: "Nicht zugestellt",
  again: "Erneut senden",
  hidden: "•••••• (vertraulich, wird nicht angezeigt)",
  picture: "Bild",
  confidential: "Ihre Antwort (vertraulich, wird nicht angezeigt)",
  disappears: (seconds) => `Verschwindet nach ${seconds} s`,
  typing: (bot) => `${bot} antwortet…`,
  left: (points) => `Verbleibende Zeichen: ${points}`,
  tooLong: (points) => `Überzählige Zeichen: ${points}`,
  tooMany: "Bitte warten Sie erst eine Antwort ab.",
  connecting: "Verbindung wird aufgebaut…",
  interrupted: "Die Verbindung ist unterbrochen. Neuer Versuch…",
  restarted:
    "Das bisherige Gespräch ließ sich nicht fortsetzen. Dies ist ein neues: Bitte beginnen Sie noch einmal.",
  transferred: "Sie werden weitergeleitet.",
  fresh: "Neues Gespräch",
  voice: {
    speak: "Sprechen",
    asking: "Bitte erlauben Sie im Browser das Mikrofon.",
    interrupted: "Mikrofon an, aber die Verbindung ist unterbrochen.",
    listening: "Hört zu…",
    thinking: "Einen Moment…",
    speaking: "Spricht. Sie dürfen ins Wort fallen.",
    off: "Mikrofon aus",
    notUnderstood: "(nicht verstanden)",
    trouble: {
      refused:
        "Das Mikrofon ist nicht erlaubt. In den Browsereinstellungen für diese Seite lässt es sich erlauben.",
      missing: "Es wurde kein Mikrofon gefunden.",
      unusable: "Das Mikrofon lässt sich nicht benutzen. Vielleicht hat es ein anderes Programm.",
      unplugged: "Das Mikrofon ist verschwunden und wurde ausgeschaltet.",
      busy: "Gerade sprechen zu viele. Bitte tippen Sie, oder versuchen Sie es später noch einmal.",
      slow: "Die Verbindung ist zu langsam zum Sprechen. Das Mikrofon wurde ausgeschaltet; bitte tippen Sie.",
      hidden: "Das Mikrofon wurde ausgeschaltet, solange Sie nicht auf dieser Seite waren.",
      unavailable: "Mit diesem Bot kann gerade nicht gesprochen werden. Bitte tippen Sie.",
    },
  },
  over: {
    completed: "Das Gespräch ist beendet.",
    left: "Sie haben das Gespräch beendet. Es wurde hier gelöscht.",
    transferred: "Sie wurden weitergeleitet; dieses Gespräch ist beendet.",
    expired: "Das Gespräch ruhte zu lange. Es ist beendet und wurde hier gelöscht.",
    failed: "Etwas ist schiefgegangen; das Gespräch ist beendet.",
    drained: "Der Dienst startet neu; das Gespräch ist beendet.",
    replaced: "Das Gespräch geht in einem anderen Fenster weiter.",
    refused: "Dieser Chat ist hier nicht verfügbar.",
    incompatible: "Dieser Chat passt nicht zum Server. Vielleicht hilft es, die Seite neu zu laden.",
  },
};

const LANGUAGES: Readonly<Record<string, Strings>> = { en, de };

/** The strings of the first language that there are any for, else the English ones. */
export function stringsFor(...languages: readonly (string | undefined)[]): Strings {
  for (const language of languages) {
    const strings = LANGUAGES[(language ?? "").split("-")[0]?.toLowerCase() ?? ""];
    if (strings) {
      return strings;
    }
  }
  return en;
}
