// The page that the server has at "/": lets the visitor choose a bot and opens the widget for it.

import { type OfferedBot, readBots } from "./bots.ts";

function part<E extends Element>(root: ParentNode, selector: string): E {
  const element = root.querySelector<E>(selector);
  if (!element) {
    throw new Error(`the page has no ${selector}`);
  }
  return element;
}

function languageOf(locale: string): string {
  try {
    return new Intl.DisplayNames(document.documentElement.lang, { type: "language" }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}

function card(bot: OfferedBot, talk: (bot: OfferedBot) => void): Node {
  const content = part<HTMLTemplateElement>(document, "#bot").content.cloneNode(true) as DocumentFragment;
  const heading = part<HTMLElement>(content, "h2");
  const button = part<HTMLButtonElement>(content, "button");
  heading.textContent = bot.title;
  heading.id = `bot-${bot.name}`;
  part(content, ".hint").textContent = bot.hint;
  part(content, ".locales").textContent = bot.locales.map(languageOf).join(", ");
  button.id = `talk-${bot.name}`;
  button.setAttribute("aria-labelledby", `${button.id} ${heading.id}`);
  button.addEventListener("click", () => talk(bot));
  return content;
}

async function offer(): Promise<void> {
  const chat = part(document, "sotto-chat");
  const state = part(document, "#state");
  const talk = (bot: OfferedBot) => {
    chat.setAttribute("heading", bot.title);
    chat.setAttribute("bot", bot.name);
    chat.setAttribute("open", "");
  };
  try {
    const response = await fetch("/v1/bots", { cache: "no-store", redirect: "error" });
    const bots = response.ok ? readBots(await response.json()) : [];
    part(document, "#bots").append(...bots.map((bot) => card(bot, talk)));
    state.textContent = bots.length > 0 ? "" : "This server offers no bots at the moment.";
  } catch {
    state.textContent = "The server cannot be reached. Reload the page to try again.";
  }
}

void offer();
