/** How many zero crossings of the filter lie on each side: it is down by more than 70 dB past the lower rate's half. */
const CROSSINGS = 24;
/** The share of the lower rate's half that passes. */
const PASSED = 0.9;

/** Changes the rate of a stream of samples by any ratio of whole numbers, with a windowed-sinc filter of phases. */
export class Resampler {
  readonly #up: number;
  readonly #down: number;
  readonly #half: number;
  readonly #phases: readonly Float32Array[];
  #held: Float32Array;
  /** How much of `#held` is filled. */
  #length: number;
  /** Where the next output sample lies after `#held[#half - 1]`, in input samples times `#up`. */
  #position = 0;

  /** @param from samples a second that come in; @param to samples a second that go out */
  constructor(from: number, to: number) {
    const common = greatestCommonDivisor(from, to);
    this.#up = to / common;
    this.#down = from / common;
    const cutoff = PASSED * Math.min(1, to / from);
    this.#half = Math.ceil(CROSSINGS / cutoff);
    this.#phases = Array.from({ length: this.#up }, (_, phase) =>
      filter(this.#half, cutoff, phase / this.#up),
    );
    this.#held = new Float32Array(4 * this.#half);
    this.#length = this.#half - 1;
  }

  /** Takes the next samples and hands on one by one those that follow from them. */
  push(samples: Float32Array, emit: (sample: number) => void): void {
    this.#append(samples);
    let index = Math.floor(this.#position / this.#up);
    while (index + 2 * this.#half <= this.#length) {
      emit(this.#at(index, this.#phases[this.#position % this.#up] as Float32Array));
      this.#position += this.#down;
      index = Math.floor(this.#position / this.#up);
    }
    const gone = Math.min(index, this.#length);
    this.#held.copyWithin(0, gone, this.#length);
    this.#length -= gone;
    this.#position -= gone * this.#up;
  }

  #append(samples: Float32Array): void {
    const needed = this.#length + samples.length;
    if (needed > this.#held.length) {
      const larger = new Float32Array(2 * needed);
      larger.set(this.#held.subarray(0, this.#length));
      this.#held = larger;
    }
    this.#held.set(samples, this.#length);
    this.#length = needed;
  }

  #at(index: number, taps: Float32Array): number {
    let sum = 0;
    for (let i = 0; i < taps.length; i++) {
      sum += (this.#held[index + i] as number) * (taps[i] as number);
    }
    return sum;
  }
}

/** The filter for an output sample that lies `offset` of an input sample after the one in the middle. */
function filter(half: number, cutoff: number, offset: number): Float32Array {
  const taps = Float32Array.from({ length: 2 * half }, (_, i) => {
    const t = i - (half - 1) - offset;
    const x = Math.PI * cutoff * t;
    const window = 0.42 + 0.5 * Math.cos((Math.PI * t) / half) + 0.08 * Math.cos((2 * Math.PI * t) / half);
    return (x === 0 ? 1 : Math.sin(x) / x) * window;
  });
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
