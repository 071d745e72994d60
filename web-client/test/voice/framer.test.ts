import { describe, expect, it } from "vitest";
import { Framer } from "../../src/voice/framer.ts";
import { Resampler } from "../../src/voice/resampler.ts";
import { seededRandom } from "../testing/seeded-random.ts";

const BLOCK = 128;

function frames(rate: number, samples: Float32Array, block = BLOCK): { pcm: Int16Array; level: number }[] {
  const taken: { pcm: Int16Array; level: number }[] = [];
  const framer = new Framer(rate, 16_000, (frame, level) =>
    taken.push({ pcm: new Int16Array(frame), level }),
  );
  for (let i = 0; i < samples.length; i += block) {
    framer.push(samples.subarray(i, i + block));
  }
  return taken;
}

function tone(rate: number, hertz: number, seconds = 1): Float32Array {
  const length = Math.round(rate * seconds);
  return Float32Array.from({ length }, (_, i) => 0.5 * Math.sin((2 * Math.PI * hertz * i) / rate));
}

/** The root mean square of a stream, without its first and last tenth. */
function loudness(samples: readonly number[]): number {
  const middle = samples.slice(samples.length / 10, samples.length - samples.length / 10);
  return Math.sqrt(middle.reduce((sum, x) => sum + x * x, 0) / middle.length);
}

function resampled(from: number, to: number, samples: Float32Array): number[] {
  const out: number[] = [];
  const resampler = new Resampler(from, to);
  for (let i = 0; i < samples.length; i += BLOCK) {
    resampler.push(samples.subarray(i, i + BLOCK), (sample) => out.push(sample));
  }
  return out;
}

describe("frames", () => {
  it("have 32 ms each, and leave nothing out", () => {
    const ramp = Float32Array.from({ length: 512 * 3 + 100 }, (_, i) => i / 32_768);

    const taken = frames(16_000, ramp);

    expect(taken.map(({ pcm }) => pcm.length)).toEqual([512, 512, 512]);
    expect(taken.flatMap(({ pcm }) => [...pcm])).toEqual(Array.from({ length: 512 * 3 }, (_, i) => i));
  });

  it("limit what is too loud", () => {
    const [frame] = frames(
      16_000,
      Float32Array.from({ length: 512 }, (_, i) => (i % 2 ? 1.7 : -1.7)),
    );

    expect(new Set(frame?.pcm)).toEqual(new Set([32_767, -32_768]));
    expect(frame?.level).toBe(1);
  });

  it("tell the level of what is in them", () => {
    const [silence] = frames(16_000, new Float32Array(512));
    const [sound] = frames(16_000, tone(16_000, 1_000));

    expect(silence?.level).toBe(0);
    expect(sound?.level).toBeCloseTo(0.5 * Math.SQRT1_2, 3);
  });

  it.each([44_100, 48_000, 8_000, 24_000])("come from %i samples a second in the same number", (rate) => {
    const taken = frames(rate, tone(rate, 440, 2));

    const expected = (2 * 16_000) / 512;
    expect(taken.length).toBeGreaterThan(expected - 2);
    expect(taken.length).toBeLessThanOrEqual(expected);
  });

  it("are each the taker's own", () => {
    const taken = frames(16_000, tone(16_000, 440));

    expect(new Set(taken.map(({ pcm }) => pcm.buffer)).size).toBe(taken.length);
  });
});

describe("another rate", () => {
  it.each([44_100, 48_000])("keeps speech as it is, from %i", (rate) => {
    for (const hertz of [100, 1_000, 3_400, 6_000]) {
      const change =
        20 * Math.log10(loudness(resampled(rate, 16_000, tone(rate, hertz))) / (0.5 * Math.SQRT1_2));
      expect(Math.abs(change), `${hertz} Hz`).toBeLessThan(0.1);
    }
  });

  it.each([44_100, 48_000])("lets nothing fold back into it, from %i", (rate) => {
    for (const hertz of [8_200, 9_000, 12_000, 15_900, 20_000]) {
      const left =
        20 * Math.log10(loudness(resampled(rate, 16_000, tone(rate, hertz))) / (0.5 * Math.SQRT1_2));
      expect(left, `${hertz} Hz`).toBeLessThan(-60);
    }
  });

  it("does not depend on how the stream is cut", () => {
    const random = seededRandom(7);
    const samples = tone(44_100, 700);
    const whole = resampled(44_100, 16_000, samples);
    const cut: number[] = [];
    const resampler = new Resampler(44_100, 16_000);
    for (let i = 0; i < samples.length; ) {
      const length = Math.floor(random() * 700);
      resampler.push(samples.subarray(i, i + length), (sample) => cut.push(sample));
      i += length;
    }

    expect(cut).toEqual(whole);
  });
});
