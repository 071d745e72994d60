// @vitest-environment happy-dom

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { INTERRUPTED_AFTER, READABLE_AFTER_END, TYPING_AFTER } from "../src/chat.ts";
import { SottoChat } from "../src/sotto-chat.ts";
import { done, ready, ScriptedNetwork, say } from "./testing/scripted-network.ts";

const MARKUP = `<img src=x onerror="window.ran = true"><script>window.ran = true</script>&lt;b&gt;`;

let network: ScriptedNetwork;
let chat: SottoChat;

beforeEach(() => {
  network = new ScriptedNetwork();
  chat = new SottoChat();
  chat.surroundings = network;
  chat.lang = "en";
  chat.setAttribute("bot", "coffee");
  chat.setAttribute("heading", "Coffee");
  document.body.append(chat);
});

afterEach(() => {
  chat.remove();
});

function part<E extends HTMLElement>(selector: string): E {
  const element = chat.shadowRoot?.querySelector<E>(selector);
  if (!element) {
    throw new Error(`no ${selector}`);
  }
  return element;
}

function messages(): string[] {
  return [...part(".log").querySelectorAll(".message p")].map((element) => element.textContent ?? "");
}

function shown(selector: string): boolean {
  return !part(selector).hidden;
}

async function open(): Promise<void> {
  part(".launcher").click();
  await network.clock.advance(0);
  network.last.accept();
  network.last.say(ready({ version: "3f2a9c1d77e0aa55" }));
}

function type(text: string): void {
  const input = part<HTMLTextAreaElement>("#input");
  input.value = text;
  input.dispatchEvent(new Event("input"));
}

function press(key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init });
  part("#input").dispatchEvent(event);
  return event;
}

describe("the panel", () => {
  it("opens no connection before it is asked to", async () => {
    await network.clock.advance(10_000);

    expect(network.requests).toEqual([]);
    expect(network.sockets).toEqual([]);
  });

  it("opens with the focus in the line, and closes with it on the button", async () => {
    await open();
    expect(chat.shadowRoot?.activeElement).toBe(part("#input"));

    press("Escape");

    expect(part<HTMLDialogElement>("dialog").open).toBe(false);
    expect(chat.shadowRoot?.activeElement).toBe(part(".launcher"));
    expect(chat.hasAttribute("open")).toBe(false);
  });

  it("tells who is talking: a machine, its name and its version", async () => {
    await open();

    expect(part("#name").textContent).toBe("Coffee");
    expect(part(".about").textContent).toBe("Automated assistant · version 3f2a9c1d");
  });

  it("keeps the conversation while it is closed", async () => {
    await open();
    network.last.say(say(1, "Hello!"));
    press("Escape");
    part(".launcher").click();

    expect(messages()).toEqual(["Coffee: Hello!"]);
    expect(network.sockets).toHaveLength(1);
  });

  it("is not there without a bot", () => {
    chat.removeAttribute("bot");

    expect(shown(".launcher")).toBe(false);
  });

  it("leaves one bot for the other", async () => {
    await open();
    network.last.say(say(1, "Hello!"));
    chat.setAttribute("bot", "bank");
    await network.clock.advance(0);

    expect(network.sockets[0]?.sent.at(-1)).toEqual({ type: "end", seq: 1 });
    expect(network.requests.map(({ body }) => body)).toEqual([{ bot: "coffee" }, { bot: "bank" }]);
    expect(messages()).toEqual([]);
  });

  it("speaks the language that is asked for", async () => {
    const german = new SottoChat();
    german.lang = "de-AT";
    german.setAttribute("bot", "coffee");
    document.body.append(german);

    expect(german.shadowRoot?.querySelector("[aria-label='Gespräch beenden']")).not.toBeNull();
    german.remove();
  });

  it("reads the conversation out as it goes on", () => {
    expect(part(".log").getAttribute("role")).toBe("log");
    expect(part(".log").getAttribute("aria-label")).toBe("Conversation");
    expect(part(".status").getAttribute("role")).toBe("status");
    expect(part<HTMLLabelElement>("label").htmlFor).toBe("input");
  });
});

describe("messages", () => {
  it("are sent with Enter and shown until they are delivered", async () => {
    await open();
    type("  a large latte ");
    press("Enter");
    expect(messages()).toEqual(["You: a large latte"]);
    expect(part(".state").textContent).toBe("Sending…");
    expect(part<HTMLTextAreaElement>("#input").value).toBe("");

    network.last.say(done(1, 1));

    expect(part(".log").querySelector(".state")).toBeNull();
  });

  it("are not sent with Shift and Enter, nor while a character is composed, nor empty", async () => {
    await open();
    type("one");
    expect(press("Enter", { shiftKey: true }).defaultPrevented).toBe(false);
    expect(press("Enter", { isComposing: true }).defaultPrevented).toBe(false);
    type(" \n ");
    press("Enter");

    expect(network.last.inputs).toEqual([]);
  });

  it("stay text, whoever wrote them", async () => {
    await open();
    network.last.say(say(1, MARKUP));
    type(MARKUP);
    press("Enter");

    expect(messages()).toEqual([`Coffee: ${MARKUP}`, `You: ${MARKUP}`]);
    expect(part(".log").querySelectorAll("img, script, b, a")).toHaveLength(0);
    expect(window).not.toHaveProperty("ran");
  });

  it("are in the bot's language", async () => {
    await open();
    network.last.say(say(1, "Hello!"));

    expect(part(".bot").lang).toBe("en-GB");
  });

  it("are masked if they are secret", async () => {
    await open();
    network.last.say(say(1, "PIN 4711", { class: "secret" }));

    expect(part(".log").textContent).not.toContain("4711");
    expect(messages()).toEqual(["Coffee: •••••• (confidential, not shown)"]);
  });

  it("are masked if they answer a question for something secret", async () => {
    await open();
    network.last.say(say(1, "Your PIN?", { type: "ask", answer_class: "secret" }));
    expect(part("textarea").classList).toContain("concealed");
    type("4711");
    press("Enter");
    network.last.say(say(2, "Thank you."));

    expect(network.last.inputs).toEqual([expect.objectContaining({ text: "4711" })]);
    expect(part(".log").textContent).not.toContain("4711");
    expect(part("textarea").classList).not.toContain("concealed");
  });

  it("go when their time is up", async () => {
    await open();
    network.last.say(say(1, "for a while", { ttl_s: 30 }));
    network.last.say(say(2, "for good"));
    await network.clock.advance(29_000);
    expect(messages()).toHaveLength(2);

    await network.clock.advance(1_000);

    expect(messages()).toEqual(["Coffee: for good"]);
  });

  it("that were not delivered can be sent again", async () => {
    await open();
    type("one");
    press("Enter");
    network.last.hangUp(4410);
    expect(part(".message.you").textContent).toContain("Not delivered");
    await network.clock.advance(1_000);
    network.last.accept();
    network.last.say(ready({ session: "s2" }));

    part(".again").click();

    expect(messages()).toEqual(["You: one"]);
    expect(network.last.inputs).toEqual([{ type: "text", seq: 1, text: "one" }]);
    expect(part(".note").textContent).toContain("could not be continued");
  });
});

describe("the limit", () => {
  it("is counted down near its end, in code points", async () => {
    await open();
    type("x".repeat(923));
    expect(shown(".counter")).toBe(false);

    type(`${"x".repeat(923)}😀`);

    expect(shown(".counter")).toBe(true);
    expect(part(".counter").textContent).toBe("Characters left: 100");
  });

  it("refuses what is longer and keeps it in the line", async () => {
    await open();
    type("😀".repeat(1025));
    press("Enter");

    expect(network.last.inputs).toEqual([]);
    expect(part(".counter").textContent).toBe("Characters too many: 1");
    expect(part("#input").getAttribute("aria-invalid")).toBe("true");

    type("😀".repeat(1024));
    press("Enter");

    expect(network.last.inputs).toHaveLength(1);
  });
});

describe("the state of things", () => {
  it("shows that the bot takes its time, and only then", async () => {
    await open();
    type("one");
    press("Enter");
    expect(shown(".typing")).toBe(false);
    await network.clock.advance(TYPING_AFTER);
    expect(shown(".typing")).toBe(true);

    network.last.say(done(1, 1));

    expect(shown(".typing")).toBe(false);
  });

  it("tells of a lost connection if it does not come back soon", async () => {
    await open();
    network.last.hangUp(1006);
    await network.clock.advance(INTERRUPTED_AFTER - 1);
    expect(part(".status").textContent).toBe("");
    await network.clock.advance(1);
    expect(part(".status").textContent).toBe("The connection was lost. Trying again…");

    network.last.accept();
    network.last.say(ready());

    expect(part(".status").textContent).toBe("");
  });

  it("lets a conversation that the bot ended be read for a while", async () => {
    await open();
    network.last.say(say(1, "Goodbye."));
    network.last.say({ type: "end", seq: 2, turn: 0, reason: "completed" });
    network.last.hangUp(1000);
    expect(messages()).toHaveLength(1);
    expect(part(".status").textContent).toBe("The conversation is over.");
    expect(shown(".composer")).toBe(false);

    await network.clock.advance(READABLE_AFTER_END);

    expect(messages()).toEqual([]);
  });

  it("clears a conversation that the person ended, at once", async () => {
    await open();
    network.last.say(say(1, "Hello!"));
    type("half a thought");
    part(".plain").click();

    expect(network.last.inputs).toEqual([{ type: "end", seq: 1 }]);
    expect(messages()).toEqual([]);
    expect(part<HTMLTextAreaElement>("#input").value).toBe("");
    expect(chat.shadowRoot?.activeElement).toBe(part(".fresh"));
  });

  it("clears a conversation that nobody attended, at once", async () => {
    await open();
    network.last.say(say(1, "Hello!"));
    network.last.say({ type: "end", seq: 2, turn: 0, reason: "expired" });
    network.last.hangUp(4410);

    expect(messages()).toEqual([]);
  });

  it("begins a new conversation when asked to", async () => {
    await open();
    part(".plain").click();
    part(".fresh").click();
    await network.clock.advance(0);

    expect(network.requests).toHaveLength(2);
    expect(chat.shadowRoot?.activeElement).toBe(part("#input"));
  });

  it("leaves when the page goes", async () => {
    await open();
    network.last.say(say(1, "Hello!"));
    window.dispatchEvent(new Event("pagehide"));

    expect(network.last.inputs).toEqual([{ type: "end", seq: 1 }]);
    expect(messages()).toEqual([]);
    expect(part<HTMLDialogElement>("dialog").open).toBe(false);
  });

  it("leaves when it is taken out of the page", async () => {
    await open();
    chat.remove();

    expect(network.last.inputs).toEqual([{ type: "end", seq: 1 }]);
  });
});
