// The chat page in a real browser, against the server at SOTTO_URL, which has the bot `coffee` and the bot `markup`
// that greets with markup.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { answered, SERVER, say, startChromium, transcript, visit } from "./chromium.mjs";
import { FaultyNetwork } from "./faulty-network.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** What the bot `coffee` is called on the page. */
const COFFEE = "The coffee shop";
const MARKUP =
  '<img src=x onerror="window.ran=1"><script>window.ran=1</script><a href="javascript:window.ran=1">a</a>';

let network;
let browser;

before(async () => {
  network = await FaultyNetwork.before(SERVER);
  browser = await startChromium(network.port);
});

after(async () => {
  await browser?.close();
  network?.close();
});

/** Runs one test on a page of its own; errors on the page fail it unless it expects some. */
function onPage(name, run, { options, errors = [] } = {}) {
  test(name, { timeout: 60_000 }, async () => {
    const visitor = await visit(browser, options);
    try {
      await run(visitor);
      const unexpected = visitor.seen.errors.filter(
        (error) => !errors.some((allowed) => allowed.test(error)),
      );
      assert.deepEqual(unexpected, []);
    } finally {
      await visitor.context.close();
    }
  });
}

async function talkTo(page, bot) {
  await page.locator(`#talk-${bot}`).click();
  await answered(page);
}

async function violations(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, { resultTypes: ["violations"] }),
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => JSON.stringify(target)).join(" ")}`,
  );
}

async function focusIsVisible(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) {
      element = element.shadowRoot.activeElement;
    }
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  });
}

/** Presses Tab until the focus is on what has this name. */
async function tabTo(page, role, name) {
  const target = page.getByRole(role, { name, exact: true });
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press("Tab");
    assert.ok(await focusIsVisible(page), "every focus can be seen");
    if (await target.evaluate((element) => element.getRootNode().activeElement === element)) {
      return;
    }
  }
  assert.fail(`Tab does not lead to ${role} "${name}"`);
}

onPage("a whole conversation needs nothing but the keyboard", async ({ page }) => {
  await tabTo(page, "button", `Talk ${COFFEE}`);
  await page.keyboard.press("Enter");
  await answered(page);
  await page.keyboard.type("a large latte");
  await page.keyboard.press("Enter");
  await answered(page);
  const before = await transcript(page);
  assert.ok(before.includes("You: a large latte"));
  assert.ok(before.at(-1).startsWith(`${COFFEE}: `), "the bot has the last word");

  await page.keyboard.press("Escape");
  assert.equal(await page.getByRole("dialog").count(), 0);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  assert.deepEqual(await transcript(page), before);

  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  assert.ok(
    await page.getByRole("button", { name: "End the conversation" }).evaluate((b) => b.matches(":focus")),
  );
  await page.keyboard.press("Enter");
  assert.deepEqual(await transcript(page), []);
  await page.keyboard.press("Enter");
  await answered(page);
  assert.equal((await transcript(page)).length, 1);
});

onPage("the search for barriers finds planted ones", async ({ page }) => {
  await talkTo(page, "coffee");
  await page.evaluate(() => {
    document.querySelector("main").append(document.createElement("img"));
    document
      .querySelector("sotto-chat")
      .shadowRoot.querySelector(".log")
      .append(document.createElement("input"));
  });

  const found = await violations(page);

  assert.ok(
    found.some((violation) => violation.startsWith("image-alt")),
    found.join("\n"),
  );
  assert.ok(
    found.some((violation) => violation.startsWith("label")),
    found.join("\n"),
  );
});

for (const [colorScheme, viewport] of [
  ["light", { width: 1280, height: 800 }],
  ["dark", { width: 320, height: 568 }],
]) {
  onPage(
    `there are no barriers, ${colorScheme} and ${viewport.width} wide`,
    async ({ page }) => {
      assert.deepEqual(await violations(page), [], "closed");
      await talkTo(page, "coffee");
      assert.deepEqual(await violations(page), [], "open");
      await say(page, "a large latte");
      await page.getByLabel("Your message").fill("x".repeat(1030));
      assert.deepEqual(await violations(page), [], "in a conversation, with too long a text");
      await page.getByRole("button", { name: "End the conversation" }).click();
      assert.deepEqual(await violations(page), [], "ended");
      await page.keyboard.press("Escape");
      assert.deepEqual(await violations(page), [], "closed again, with its button");
    },
    { options: { colorScheme, viewport } },
  );
}

onPage("a screen reader finds log, line and buttons by name", async ({ page }) => {
  await talkTo(page, "coffee");
  const tree = await page.locator("sotto-chat").ariaSnapshot();

  for (const part of [
    `dialog "${COFFEE}"`,
    'log "Conversation"',
    'textbox "Your message"',
    'button "Send"',
  ]) {
    assert.ok(tree.includes(part), `${part} in:\n${tree}`);
  }
});

for (const [name, viewport] of [
  ["320 pixels", { width: 320, height: 568 }],
  ["twice the size", { width: 640, height: 400 }],
]) {
  onPage(
    `everything can be reached at ${name}`,
    async ({ page }) => {
      await talkTo(page, "coffee");
      await say(page, `a ${"very ".repeat(40)}large latte and${"oat".repeat(40)}`);

      assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= window.innerWidth));
      for (const control of ["End the conversation", "Close the chat window", "Send"]) {
        const { x, y, width, height } = await page.getByRole("button", { name: control }).boundingBox();
        assert.ok(x >= 0 && y >= 0 && x + width <= viewport.width && y + height <= viewport.height, control);
      }
    },
    { options: { viewport } },
  );
}

onPage(
  "nothing moves for those who do not want it",
  async ({ page }) => {
    await talkTo(page, "coffee");
    const moving = await page
      .locator("sotto-chat .typing i")
      .evaluateAll((dots) => dots.map((dot) => getComputedStyle(dot).animationName));
    assert.deepEqual(new Set(moving), new Set(["none"]));
  },
  { options: { reducedMotion: "reduce" } },
);

onPage("markup stays text, whether the person types it or the bot says it", async ({ page }) => {
  assert.ok((await page.locator("main").innerText()).includes("<b>Markup</b>"));
  assert.equal(await page.locator("main img, main b").count(), 0);
  await talkTo(page, "markup");
  await say(page, MARKUP);

  const lines = await transcript(page);
  assert.ok(lines[0].includes("<img src=x"), lines[0]);
  assert.equal(lines[1], `You: ${MARKUP}`);
  const made = await page
    .locator("sotto-chat .log")
    .evaluate((log) => log.querySelectorAll("img, script, a, b").length);
  assert.equal(made, 0);
  assert.equal(await page.evaluate(() => window.ran), undefined);
});

onPage("the page's policy allows its own scripts and no others", async ({ response }) => {
  const policy = response.headers()["content-security-policy"];

  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src 'self'(;|$)/);
  assert.match(policy, /require-trusted-types-for 'script'/);
  assert.doesNotMatch(policy, /unsafe-|https?:|\*|data:|blob:/);
});

onPage(
  "a planted script does not run",
  async ({ page }) => {
    await page.route(`${SERVER}/`, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const planted = '<script>window.ran = 1</script><img src="icon.svg" alt="" onload="window.ran = 1">';
      await route.fulfill({ response, body: html.replace("<main>", `${planted}<main>`) });
    });
    await page.reload();
    await page.getByRole("button", { name: "Talk" }).first().waitFor();

    assert.equal(await page.locator("main").evaluate((main) => main.previousElementSibling.tagName), "IMG");
    assert.equal(await page.evaluate(() => window.ran), undefined);
  },
  { errors: [/Content Security Policy/] },
);

onPage(
  "text can not be made markup even by a fault of the page",
  async ({ page }) => {
    const refused = await page.evaluate(() => {
      try {
        document.querySelector("main").innerHTML = "<b>bold</b>";
        return "allowed";
      } catch (error) {
        return error.name;
      }
    });
    assert.equal(refused, "TypeError");
  },
  { errors: [/TrustedHTML/] },
);

onPage(
  "a widget that was altered on its way is refused",
  async ({ page }) => {
    assert.ok(await page.evaluate(() => Boolean(customElements.get("sotto-chat"))));
    await page.route("**/sotto-chat.js", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()} ` });
    });
    await page.reload();
    await page.getByRole("button", { name: "Talk" }).first().waitFor();

    assert.ok(!(await page.evaluate(() => Boolean(customElements.get("sotto-chat")))));
  },
  { errors: [/integrity/] },
);

onPage(
  "a cut network costs no message and doubles none",
  async ({ page, seen }) => {
    await talkTo(page, "coffee");
    await say(page, "a large latte");
    const before = await transcript(page);

    network.holdAnswers();
    await page.getByLabel("Your message").fill("dark roast");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(300);
    assert.deepEqual(await transcript(page), [...before, "You: dark roast"]);
    network.cut();
    await answered(page);
    const middle = await transcript(page);
    assert.deepEqual(middle.slice(0, before.length + 1), [...before, "You: dark roast"]);
    assert.equal(middle.length, before.length + 2, "one answer");

    network.cut();
    await say(page, "two shots");
    const end = await transcript(page);
    assert.deepEqual(end.slice(0, middle.length + 1), [...middle, "You: two shots"]);
    assert.equal(end.length, middle.length + 2, "one answer");
    assert.equal(await page.locator("sotto-chat .note").count(), 0, "it is the same conversation");
    const connections = seen.requests.filter((url) => url.endsWith("/v1/socket"));
    assert.ok(connections.length >= 3, "each cut took another connection");
  },
  { errors: [/ERR_CONNECTION|ERR_NETWORK|WebSocket connection/] },
);

onPage("a connection that the server closes is resumed", async ({ page }) => {
  const connections = [];
  await page.routeWebSocket(/\/v1\/socket$/, (socket) => {
    const server = socket.connectToServer();
    connections.push({ socket, server });
  });
  await talkTo(page, "coffee");
  await say(page, "a large latte");
  const before = await transcript(page);

  const { socket, server } = connections[0];
  await server.close({ code: 1000 });
  await socket.close({ code: 4500 });
  await say(page, "dark roast");

  assert.equal(connections.length, 2);
  const end = await transcript(page);
  assert.deepEqual(end.slice(0, before.length + 1), [...before, "You: dark roast"]);
  assert.equal(end.length, before.length + 2, "one answer");
});

onPage("no request leaves the origin", async ({ page, seen }) => {
  await talkTo(page, "coffee");
  await say(page, "a large latte");
  await page.getByRole("button", { name: "End the conversation" }).click();

  const paths = seen.requests.map((url) => new URL(url)).map(({ origin, pathname }) => [origin, pathname]);
  assert.ok(
    paths.some(([, path]) => path === "/v1/socket"),
    "the connection itself was seen",
  );
  assert.deepEqual([...new Set(paths.map(([origin]) => origin))], [SERVER]);
});

test("a request that does leave the origin would be seen", { timeout: 60_000 }, async () => {
  const { context, page, seen } = await visit(browser, { bypassCSP: true });
  await page.evaluate(() => fetch("https://elsewhere.example/").catch(() => {}));
  await context.close();

  assert.ok(seen.requests.includes("https://elsewhere.example/"));
});

async function stored({ context, page }) {
  const inPage = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  return { ...inPage, state: await context.storageState() };
}

onPage("nothing is stored, and a reload begins anew", async ({ context, page }) => {
  await page.evaluate(() => localStorage.setItem("planted", "1"));
  assert.equal((await stored({ context, page })).local, 1, "the search finds what is planted");
  await page.evaluate(() => localStorage.clear());
  await talkTo(page, "coffee");
  await say(page, "a large latte");
  await page.getByLabel("Your message").fill("half a thought");

  const nothing = { local: 0, session: 0, cookies: "", databases: 0, caches: 0, workers: 0 };
  assert.deepEqual(await stored({ context, page }), { ...nothing, state: { cookies: [], origins: [] } });

  await page.reload();
  await talkTo(page, "coffee");
  assert.equal((await transcript(page)).length, 1);
  assert.equal(await page.getByLabel("Your message").inputValue(), "");
  assert.equal(await page.evaluate(() => history.state), null);
});
