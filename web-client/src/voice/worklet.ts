// What runs on the browser's audio thread, a script of its own: frames what the microphone hears and keeps none of it.

import { Framer } from "./framer.ts";

declare const sampleRate: number;
declare function registerProcessor(
  name: string,
  type: new (options: { processorOptions: { rate: number } }) => AudioWorkletProcessor,
): void;
declare abstract class AudioWorkletProcessor {
  readonly port: MessagePort;
  abstract process(inputs: readonly (readonly Float32Array[])[]): boolean;
}

registerProcessor(
  "sotto-microphone",
  class extends AudioWorkletProcessor {
    readonly #framer: Framer;
    #on = true;

    constructor({ processorOptions: { rate } }: { processorOptions: { rate: number } }) {
      super();
      this.#framer = new Framer(sampleRate, rate, (frame, level) =>
        this.port.postMessage({ frame, level }, [frame]),
      );
      // Whatever arrives, it is the end: there is nothing else to say to a microphone.
      this.port.onmessage = () => {
        this.#on = false;
      };
    }

    process(inputs: readonly (readonly Float32Array[])[]): boolean {
      const samples = inputs[0]?.[0];
      if (this.#on && samples) {
        this.#framer.push(samples);
      }
      return this.#on;
    }
  },
);
