import { expect, it } from "vitest";
import { readBots } from "../src/page/bots.ts";

it("reads the bots that are offered", () => {
  const bank = { name: "bank", title: "Bank", locales: ["en-GB"], hint: "What is my balance?" };

  expect(readBots({ bots: [bank] })).toEqual([bank]);
});

it("makes do with a name", () => {
  expect(readBots({ bots: [{ name: "bank" }] })).toEqual([
    { name: "bank", title: "bank", locales: [], hint: "" },
  ]);
});

it.each([
  null,
  7,
  "bots",
  [],
  {},
  { bots: null },
  { bots: "bank" },
  { bots: [null, 7, {}, { name: 7 }, { name: "" }] },
])("finds none in %j", (answer) => {
  expect(readBots(answer)).toEqual([]);
});
