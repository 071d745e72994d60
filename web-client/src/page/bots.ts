/** A bot that the server offers on its page. */
export interface OfferedBot {
  readonly name: string;
  readonly title: string;
  readonly locales: readonly string[];
  /** What to try. */
  readonly hint: string;
}

/** Reads the answer of `GET /v1/bots`; what is not as it should be is left out. */
export function readBots(answer: unknown): OfferedBot[] {
  const bots = (answer as { bots?: unknown } | null)?.bots;
  return Array.isArray(bots) ? bots.flatMap(readBot) : [];
}

function readBot(value: unknown): OfferedBot[] {
  const { name, title, locales, hint } = (value ?? {}) as Partial<Record<keyof OfferedBot, unknown>>;
  if (typeof name !== "string" || name === "") {
    return [];
  }
  return [
    {
      name,
      title: typeof title === "string" && title !== "" ? title : name,
      locales: Array.isArray(locales) ? locales.filter((locale) => typeof locale === "string") : [],
      hint: typeof hint === "string" ? hint : "",
    },
  ];
}
