import { describe, expect, it } from "vitest";
import { Conversation } from "../src/conversation.ts";
import { seededRandom } from "./testing/seeded-random.ts";
import { UnreliableServer } from "./testing/unreliable-server.ts";

const MESSAGES = 25;

async function converse(seed: number, dropRate: number) {
  const server = new UnreliableServer(seed, dropRate);
  const random = seededRandom(seed + 1);
  const heard: string[] = [];
  const typed: string[] = [];
  const sent: number[] = [];
  const conversation = new Conversation(
    server,
    { server: "https://example.test", bot: "coffee" },
    (event) => {
      if (event.type === "said") {
        heard.push(event.text);
      } else if (event.type === "delivery" && event.state === "sent") {
        sent.push(event.id);
      }
    },
  );

  conversation.start();
  for (let turn = 0; typed.length < MESSAGES && turn < 2_000; turn++) {
    await server.clock.advance(random() * 1500);
    const text = `message ${typed.length + 1}`;
    if (conversation.submit(text) === undefined) {
      await server.clock.advance(60_000);
    } else {
      typed.push(text);
    }
  }
  await server.clock.advance(24 * 3_600_000);
  return { server, heard, typed, sent };
}

describe("over a network that loses connections", () => {
  const seeds = Array.from({ length: 150 }, (_, seed) => ({
    seed,
    dropRate: [0, 0.02, 0.1, 0.25, 0.4][seed % 5] ?? 0,
  }));

  it.each(seeds)(
    "nothing is lost, doubled or reordered (seed $seed, drop rate $dropRate)",
    async ({ seed, dropRate }) => {
      const { server, heard, typed, sent } = await converse(seed, dropRate);

      expect(server.violations).toEqual([]);
      expect(server.sessions).toBe(1);
      expect(typed).toHaveLength(MESSAGES);
      expect(server.received).toEqual(typed);
      expect(heard).toEqual(server.said);
      expect(sent).toEqual(typed.map((_, index) => index + 1));
    },
  );

  it("the connections are indeed lost", async () => {
    const { server } = await converse(3, 0.25);

    expect(server.connections).toBeGreaterThan(20);
  });
});
