// Starts a real browser for the tests, with a new profile, and gives up rather than reach anything but the server.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The server under test: `https://HOST:PORT`. */
export const SERVER = new URL(process.env.SOTTO_URL ?? "").origin;

/** The installed browser: SOTTO_CHROMIUM, or the first in PATH. */
function installed() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = ["chromium", "google-chrome"].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  );
  for (const candidate of [process.env.SOTTO_CHROMIUM, ...candidates].filter(Boolean)) {
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // Not this one.
    }
  }
  throw new Error("no chromium in PATH (Debian: apt-get install chromium); or set SOTTO_CHROMIUM to one");
}

/**
 * @param port of the proxy to the server; whatever is addressed, nothing else is reached
 * @param flags more of the browser's switches
 */
export function startChromium(port, flags = []) {
  return chromium.launch({
    executablePath: installed(),
    args: [
      ...FLAGS,
      ...flags,
      `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
      ...(process.env.SOTTO_SPKI ? [`--ignore-certificate-errors-spki-list=${process.env.SOTTO_SPKI}`] : []),
    ],
  });
}

/**
 * Opens the chat page in a context of its own and notes what it asks for and what goes wrong on it.
 *
 * @param options of the context
 * @param prepare is given the page before it is loaded
 */
export async function visit(browser, options = {}, prepare = () => {}) {
  const context = await browser.newContext({
    locale: "en-GB",
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  const page = await context.newPage();
  await prepare(page);
  page.setDefaultTimeout(10_000);
  const seen = { requests: [], errors: [] };
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("websocket", (socket) => seen.requests.push(socket.url().replace(/^ws/, "http")));
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && seen.errors.push(message.text()));
  const response = await page.goto(`${SERVER}/`);
  await page.getByRole("button", { name: "Talk" }).first().waitFor();
  return { context, page, response, seen };
}

/** What is in the log, one line a message, as a screen reader has it. */
export function transcript(page) {
  return page.locator("sotto-chat .message p").allTextContents();
}

/** Says something and waits until the bot has finished answering. */
export async function say(page, text) {
  await page.getByLabel("Your message").fill(text);
  await page.keyboard.press("Enter");
  await answered(page);
}

export async function answered(page) {
  await page.locator("sotto-chat .message.bot").first().waitFor();
  await page.locator("sotto-chat .state.sending").waitFor({ state: "detached" });
}
