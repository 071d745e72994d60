import { expect, it } from "vitest";
import { Backoff } from "../src/backoff.ts";
import { seededRandom } from "./testing/seeded-random.ts";

it("doubles the pauses up to the longest", () => {
  const backoff = new Backoff(() => 0.999999, 500, 4000);

  expect([1, 2, 3, 4, 5].map(() => Math.round(backoff.next()))).toEqual([500, 1000, 2000, 4000, 4000]);
});

it("spreads the clients over half of a pause", () => {
  const pauses = Array.from({ length: 200 }, (_, seed) => new Backoff(seededRandom(seed), 1000).next());

  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(500);
  expect(Math.max(...pauses)).toBeLessThan(1000);
  expect(new Set(pauses).size).toBeGreaterThan(190);
});

it("begins again after a success", () => {
  const backoff = new Backoff(() => 0, 500);
  backoff.next();
  backoff.next();

  backoff.reset();

  expect(backoff.next()).toBe(250);
});
