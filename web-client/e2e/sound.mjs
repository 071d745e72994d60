// What the tests need to speak and to listen: recordings for the browser's fake microphone, and its loudspeaker.

import { writeFileSync } from "node:fs";

export const RATE = 16_000;

/** A tone as samples from -1 to 1. */
export function tone(hertz, seconds) {
  const step = (2 * Math.PI * hertz) / RATE;
  return Float32Array.from({ length: Math.round(RATE * seconds) }, (_, i) => 0.4 * Math.sin(step * i));
}

export function silence(seconds) {
  return new Float32Array(Math.round(RATE * seconds));
}

/** Samples as they are on the wire. */
export function pcm(samples) {
  const bytes = Buffer.alloc(2 * samples.length);
  samples.forEach((sample, i) => {
    bytes.writeInt16LE(Math.round(sample * 32_767), 2 * i);
  });
  return bytes;
}

export function samplesOf(bytes) {
  return Float32Array.from({ length: bytes.length >> 1 }, (_, i) => bytes.readInt16LE(2 * i) / 32_768);
}

export function loudness(samples) {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length));
}

/** How strong one frequency is in the samples, from 0 to 1 for what has no other. */
export function purity(samples, hertz) {
  let re = 0;
  let im = 0;
  samples.forEach((sample, i) => {
    const angle = (2 * Math.PI * hertz * i) / RATE;
    re += sample * Math.cos(angle);
    im += sample * Math.sin(angle);
  });
  return (Math.SQRT2 * Math.hypot(re, im)) / samples.length / Math.max(1e-9, loudness(samples));
}

export function writeRecording(path, ...parts) {
  const audio = Buffer.concat(parts.map(pcm));
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + audio.length, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(2 * RATE, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(audio.length, 40);
  writeFileSync(path, Buffer.concat([head, audio]));
}

/** The switches of a browser whose microphone plays a recording again and again, and is given without asking. */
export function microphonePlaying(path) {
  return [
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    `--use-file-for-fake-audio-capture=${path}`,
  ];
}

/**
 * Prepares a page: what it plays is measured, what it asks of the microphone is noted, and the browser does not try to
 * improve what the microphone hears, as a recording has no room and no echo.
 */
export function overhear(page) {
  return page.addInitScript(() => {
    window.heard = [];
    window.asked = [];
    window.tracks = [];
    const { connect } = AudioNode.prototype;
    AudioNode.prototype.connect = function (target, ...rest) {
      if (target instanceof AudioDestinationNode) {
        const analyser = new AnalyserNode(target.context, { fftSize: 256 });
        const samples = new Float32Array(256);
        connect.call(this, analyser);
        setInterval(() => {
          analyser.getFloatTimeDomainData(samples);
          const loudness = Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length);
          const rises = [...samples.keys()].filter((i) => samples[i - 1] < 0 && samples[i] >= 0);
          const periods = (rises.at(-1) - rises[0]) / (rises.length - 1);
          const hertz = target.context.sampleRate / periods;
          window.heard.push({ at: Date.now(), loudness, hertz });
        }, 5);
      }
      return connect.call(this, target, ...rest);
    };
    const media = MediaDevices.prototype;
    const { getUserMedia } = media;
    media.getUserMedia = async function (wanted) {
      window.asked.push(wanted);
      const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
      const stream = await getUserMedia.call(this, { audio: { ...wanted.audio, ...plain } });
      window.tracks.push(...stream.getTracks());
      return stream;
    };
  });
}
