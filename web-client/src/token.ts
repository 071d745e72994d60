import type { Surroundings } from "./surroundings.ts";

export type TokenAnswer =
  | { kind: "token"; token: string }
  /** Asking again would not help. */
  | { kind: "refused" }
  /** Asking again may help, not before so many milliseconds. */
  | { kind: "later"; after: number };

/** The longest that a server's `Retry-After` is obeyed, in seconds. */
const LONGEST_PAUSE_S = 300;

/** Asks for the single-use token that a new session needs. Never throws. */
export async function requestToken(
  surroundings: Surroundings,
  server: string,
  bot: string,
): Promise<TokenAnswer> {
  try {
    const response = await surroundings.fetch(new URL("/v1/tokens", server).href, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ bot }),
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
    });
    if (response.ok) {
      const answer: unknown = await response.json();
      const token = (answer as { token?: unknown } | null)?.token;
      return typeof token === "string" ? { kind: "token", token } : { kind: "refused" };
    }
    if (response.status === 429 || response.status >= 500) {
      return { kind: "later", after: pauseOf(response) };
    }
    return { kind: "refused" };
  } catch {
    return { kind: "later", after: 0 };
  }
}

function pauseOf(response: Response): number {
  const seconds = Number(response.headers.get("Retry-After") ?? 0);
  return seconds > 0 ? Math.min(seconds, LONGEST_PAUSE_S) * 1000 : 0;
}
