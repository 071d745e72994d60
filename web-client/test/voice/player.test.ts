import { beforeEach, describe, expect, it } from "vitest";
import { DUCKED, LEAD, MOST_AHEAD, Player, RAMP } from "../../src/voice/player.ts";
import { ScriptedOutput } from "../testing/scripted-sound.ts";
import { VirtualClock } from "../testing/virtual-clock.ts";

let clock: VirtualClock;
let output: ScriptedOutput;
let player: Player;
let told: string[];

beforeEach(() => {
  clock = new VirtualClock();
  output = new ScriptedOutput(clock);
  told = [];
  player = new Player(clock, output, {
    played: (mark) => told.push(mark),
    silent: () => told.push("silent"),
  });
});

/** So many milliseconds at 16 kHz. */
function pcm(ms: number, value = 1_000): ArrayBuffer {
  return new Int16Array(16 * ms).fill(value).buffer;
}

describe("what arrives", () => {
  it("is played without a gap, as it came", () => {
    player.begin(16_000);
    for (let i = 0; i < 20; i++) {
      player.add(pcm(20));
    }

    const ats = output.played.map(({ at }) => at);
    expect(ats[0]).toBe(LEAD);
    ats.slice(1).forEach((at, i) => {
      expect(at).toBe((ats[i] as number) + 0.02);
    });
    expect(output.played.every(({ rate, samples }) => rate === 16_000 && samples.length === 320)).toBe(true);
  });

  it("is read as 16 bits, the lower byte first, and wiped", () => {
    const bytes = Uint8Array.of(0x00, 0x40, 0x00, 0x80, 0xff, 0x7f).buffer;
    player.begin(8_000);
    player.add(bytes);

    expect(output.played[0]).toMatchObject({ rate: 8_000, samples: [0.5, -1, 32_767 / 32_768] });
    expect(new Uint8Array(bytes)).toEqual(new Uint8Array(6));
  });

  it("begins anew after a gap in the network", async () => {
    player.begin(16_000);
    player.add(pcm(20));
    await clock.advance(500);
    player.add(pcm(20));

    expect(output.played[1]?.at).toBeCloseTo(0.5 + LEAD);
  });

  it("is left aside before audio began, and after it was dropped until it begins again", () => {
    player.add(pcm(20));
    player.begin(16_000);
    player.add(pcm(20));
    player.clear();
    player.add(pcm(20));
    expect(output.played).toHaveLength(1);

    player.begin(16_000);
    player.add(pcm(20));
    expect(output.played).toHaveLength(2);
  });

  it("is not taken without a limit", () => {
    player.begin(16_000);
    let taken = 0;
    while (player.add(pcm(1_000)) && taken < 1_000) {
      taken++;
    }

    expect(taken).toBeGreaterThanOrEqual(MOST_AHEAD);
    expect(taken).toBeLessThanOrEqual(MOST_AHEAD + 1);
  });
});

describe("a mark", () => {
  it("is told when all before it was really heard", async () => {
    output.latency = 0.04;
    player.begin(16_000);
    player.add(pcm(100));
    player.mark("1");
    await clock.advance(1000 * LEAD + 100 + 39);
    expect(told).toEqual([]);

    await clock.advance(LOOK);

    expect(told).toEqual(["1", "silent"]);
  });

  it("waits while the output stands still", async () => {
    player.begin(16_000);
    player.add(pcm(100));
    player.mark("1");
    output.late = 5;
    await clock.advance(4_000);
    expect(told).toEqual([]);

    await clock.advance(2_000);

    expect(told).toEqual(["1", "silent"]);
  });

  it("is told in its order, and only the last one is followed by silence", async () => {
    player.begin(16_000);
    player.add(pcm(100));
    player.mark("1");
    player.add(pcm(100));
    player.mark("2");
    await clock.advance(1000 * LEAD + 100 + LOOK);
    expect(told).toEqual(["1"]);

    await clock.advance(200);

    expect(told).toEqual(["1", "2", "silent"]);
  });

  it("is never told of what was dropped", async () => {
    player.begin(16_000);
    player.add(pcm(100));
    player.mark("1");
    player.clear();
    player.mark("2");
    await clock.advance(1_000);

    expect(told).toEqual([]);
  });
});

/** Milliseconds in which the player looks again at the latest. */
const LOOK = 21;

describe("somebody speaking over it", () => {
  it("makes it softer, and loud again, within 20 to 30 ms", () => {
    player.begin(16_000);
    player.add(pcm(100));
    player.duck();
    expect(output.volumes.at(-1)).toEqual({ volume: DUCKED, seconds: RAMP });

    player.resume();

    expect(output.volumes.at(-1)).toEqual({ volume: 1, seconds: RAMP });
    expect(RAMP).toBeGreaterThanOrEqual(0.02);
    expect(RAMP).toBeLessThanOrEqual(0.03);
  });

  it("stops all of it at once", () => {
    player.begin(16_000);
    player.add(pcm(100));
    player.add(pcm(100));

    player.clear();

    expect(output.played.map(({ stopped }) => stopped)).toEqual([true, true]);
  });

  it("leaves what comes next at full volume", () => {
    player.begin(16_000);
    player.duck();
    player.clear();
    player.begin(16_000);

    expect(output.volumes.at(-1)?.volume).toBe(1);
  });
});
