import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

// docs/bot.schema.json, which editors use, takes every bot that is here and refuses what is no bot.

const ROOT = new URL("../../", import.meta.url);
const validate = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(read("docs/bot.schema.json")));

describe("the schema of bot.yaml", () => {
  it.each(readdirSync(new URL("bots/", ROOT)))("takes the demo bot %s", (name) => {
    validate(parse(read(`bots/${name}/bot.yaml`)));

    expect(validate.errors).toBeNull();
  });

  it("takes every bot of docs/bots.md", () => {
    const bots = [...read("docs/bots.md").matchAll(/```yaml\n(.*?)```/gs)]
      .map((block) => parse(block[1] ?? ""))
      .filter((block) => block?.bot !== undefined && block.bot !== "oops");

    expect(bots.length).toBeGreaterThan(2);
    for (const bot of bots) {
      validate(bot);
      expect(validate.errors).toBeNull();
    }
  });

  it.each([
    "{ bot: tea, locale: en-GB, intents: [] }",
    "{ bot: Tea House, locale: en-GB, intents: {} }",
    "{ bot: tea, locale: en-GB, intents: { a: { say: [b] } } }",
    "{ bot: tea, locale: en-GB, intents: { a: { begin: { then: { ask: b, start: c } } } } }",
    "{ bot: tea, locale: en-GB, intents: { a: { slots: { b: c } } } }",
    '{ bot: tea, locale: en-GB, intents: { a: { answer: { card: { title: b, image: "http://c" } } } } }',
  ])("refuses %s", (bot) => {
    expect(validate(parse(bot))).toBe(false);
  });
});

function read(path) {
  return readFileSync(new URL(path, ROOT), "utf8");
}
