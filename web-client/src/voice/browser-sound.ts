import { type Hearing, type OpenSound, type Output, RATE, type Sound, SoundError } from "./sound.ts";

/** What runs on the audio thread; a policy of `script-src 'self'` allows it. */
const MODULE = "/sotto-microphone.js";
/** Seconds that a browser is believed to need until something is heard. */
const LONGEST_LATENCY = 0.5;

/** The browser's microphone and loudspeaker; undefined where a page has none, as over plain HTTP. */
export function browserSound(): Sound | undefined {
  const able =
    globalThis.isSecureContext &&
    typeof navigator.mediaDevices?.getUserMedia === "function" &&
    typeof AudioContext === "function" &&
    typeof AudioWorkletNode === "function";
  return able ? { open } : undefined;
}

async function open(hearing: Hearing): Promise<OpenSound> {
  // Before anything is waited for, while the press still counts.
  const speaker = new AudioContext({ sampleRate: RATE, latencyHint: "interactive" });
  void speaker.resume();
  let stream: MediaStream | undefined;
  try {
    stream = await ask();
    return await listen(stream, speaker, hearing);
  } catch (error) {
    stop(stream);
    void speaker.close();
    throw error instanceof SoundError ? error : new SoundError("unusable");
  }
}

async function ask(): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getUserMedia({
      // Without echo cancellation the bot would interrupt itself.
      audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    });
  } catch (error) {
    throw new SoundError(whyNot((error as DOMException).name));
  }
}

function whyNot(name: string): SoundError["why"] {
  switch (name) {
    case "NotAllowedError":
    case "SecurityError":
      return "refused";
    case "NotFoundError":
    case "OverconstrainedError":
      return "missing";
    default:
      return "unusable";
  }
}

async function listen(stream: MediaStream, speaker: AudioContext, hearing: Hearing): Promise<OpenSound> {
  const { context, source } = connect(stream, speaker);
  try {
    await context.audioWorklet.addModule(MODULE);
    const microphone = new AudioWorkletNode(context, "sotto-microphone", {
      numberOfOutputs: 0,
      channelCount: 1,
      channelCountMode: "explicit",
      processorOptions: { rate: RATE },
    });
    microphone.port.onmessage = ({ data: { frame, level } }) => hearing.frame(frame, level);
    for (const track of stream.getTracks()) {
      track.onended = () => hearing.lost();
    }
    source.connect(microphone);
    const deafen = () => {
      stop(stream);
      source.disconnect();
      microphone.port.onmessage = null;
      microphone.port.postMessage("end");
    };
    const close = () => {
      deafen();
      closeAll(context, speaker);
    };
    return { output: outputOf(speaker), deafen, close };
  } catch (error) {
    if (context !== speaker) {
      closeAll(context);
    }
    throw error;
  }
}

function closeAll(...contexts: AudioContext[]): void {
  for (const context of new Set(contexts)) {
    void context.close();
  }
}

/** Some browsers connect a microphone only to a context of its own rate: the worklet then changes the rate. */
function connect(stream: MediaStream, speaker: AudioContext) {
  try {
    return { context: speaker, source: speaker.createMediaStreamSource(stream) };
  } catch {
    const context = new AudioContext({ latencyHint: "interactive" });
    return { context, source: context.createMediaStreamSource(stream) };
  }
}

function stop(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) {
    track.onended = null;
    track.stop();
  }
}

function outputOf(context: AudioContext): Output {
  const gain = context.createGain();
  gain.connect(context.destination);
  return {
    get time() {
      return context.currentTime;
    },
    get latency() {
      return Math.min(LONGEST_LATENCY, context.outputLatency || context.baseLatency || 0);
    },
    play: (samples, rate, at) => play(context, gain, samples, rate, at),
    volume: (volume, seconds) => {
      const { currentTime } = context;
      gain.gain.cancelScheduledValues(currentTime);
      gain.gain.setValueAtTime(gain.gain.value, currentTime);
      gain.gain.linearRampToValueAtTime(volume, currentTime + seconds);
    },
  };
}

function play(
  context: AudioContext,
  gain: GainNode,
  samples: Float32Array<ArrayBuffer>,
  rate: number,
  at: number,
): () => void {
  const buffer = context.createBuffer(1, samples.length, rate);
  buffer.copyToChannel(samples, 0);
  samples.fill(0);
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.connect(gain);
  const wipe = () => {
    source.disconnect();
    buffer.getChannelData(0).fill(0);
  };
  source.onended = wipe;
  source.start(at);
  return () => {
    source.onended = null;
    source.stop();
    wipe();
  };
}
