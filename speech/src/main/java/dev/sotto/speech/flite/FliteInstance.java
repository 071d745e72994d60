package dev.sotto.speech.flite;

import dev.sotto.voices.FlitePatch;
import dev.sotto.voices.flite.FliteMachine;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.MemoryLimits;

/**
 * A flite of its own: the voices' data, and memory that is as it was when it was made after each phrase. Mutable; confined
 * to one thread at a time. After an exception it must not be used again.
 */
final class FliteInstance {

    /** More than a phrase of 400 letters needs; a page has 64 KiB. */
    private static final int MOST_PAGES = 1_024;
    /** An instance that needed more is not kept, for memory never shrinks. */
    private static final int KEPT_PAGES = 640;

    private static final int RATE = 16_000;
    /** Audio is handed out whenever there is more than this, which makes 20 ms. */
    private static final int LEAST_SAMPLES = 256;

    private static final int BAD_DESCRIPTOR = 8;

    private final FliteModule flite = FliteModule.get();
    private final Instance wasm;
    private final Memory memory;
    private final Map<FliteVoice, Integer> voices = new EnumMap<>(FliteVoice.class);
    private final Map<Integer, Vocoder> vocoders = new HashMap<>();
    private final int stretchName;
    private final byte[] fresh;
    private Chunks chunks = samples -> false;

    FliteInstance() {
        this(MOST_PAGES);
    }

    /** @param mostPages of 64 KiB that its memory may have */
    FliteInstance(int mostPages) {
        MemoryLimits initial =
                flite.module().memorySection().orElseThrow().getMemory(0).limits();
        wasm = Instance.builder(flite.module())
                .withImportValues(imports())
                .withMachineFactory(FliteMachine::new)
                .withMemoryLimits(new MemoryLimits(initial.initialPages(), mostPages))
                .withStart(false)
                .build();
        memory = wasm.memory();
        call("__wasm_call_ctors");
        call("flite_init");
        int streaming = call("new_audio_streaming_info");
        memory.writeI32(streaming, LEAST_SAMPLES);
        memory.writeI32(streaming + 4, FlitePatch.AUDIO_CALLBACK_INDEX);
        int streamingName = text("streaming_info");
        int streamingValue = call("audio_streaming_info_val", streaming);
        stretchName = text("duration_stretch");
        for (FliteVoice voice : FliteVoice.values()) {
            int address = call(voice.registration(), 0);
            call("feat_set", features(address), streamingName, streamingValue);
            voices.put(voice, address);
        }
        fresh = memory.readBytes(flite.firstMutable(), Memory.bytes(memory.pages()) - flite.firstMutable());
    }

    /** Returns how many samples a second it makes. */
    static int rate() {
        return RATE;
    }

    /**
     * Speaks words and forgets them.
     *
     * @param words letters, spaces and punctuation of US-ASCII
     * @param stretch how much longer than the voice would take
     */
    void speak(byte[] words, FliteVoice voice, double stretch, Chunks sink) {
        chunks = sink;
        int address = voices.getOrDefault(voice, 0);
        call("feat_set_float", features(address), stretchName, Float.floatToRawIntBits((float)
                (stretch * voice.stretch())));
        int input = call("malloc", words.length + 1);
        memory.write(input, words);
        memory.writeByte(input + words.length, (byte) 0);
        int utterance = call("new_utterance");
        call("utt_set_input_text", utterance, input);
        call("utt_init", utterance, address);
        call("utt_synth", utterance);
        forget();
    }

    /** Returns whether it is worth keeping. */
    boolean isSmall() {
        return memory.pages() <= KEPT_PAGES;
    }

    /** Returns a copy of all memory. */
    byte[] memory() {
        return memory.readBytes(0, Memory.bytes(memory.pages()));
    }

    /** Brings all that can change back to what it was: words and audio are gone, and the next phrase finds nothing of this one. */
    private void forget() {
        chunks = samples -> false;
        memory.write(flite.firstMutable(), fresh, 0, fresh.length);
        memory.fill((byte) 0, flite.firstMutable() + fresh.length, Memory.bytes(memory.pages()));
    }

    private int features(int voice) {
        return memory.readInt(voice + 4);
    }

    /** Keeps a text in memory for good. */
    private int text(String text) {
        byte[] bytes = Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), text.length() + 1);
        int address = call("malloc", bytes.length);
        memory.write(address, bytes);
        return address;
    }

    private int call(String function, long... arguments) {
        // Compiled code has no array for a function without a result.
        long[] results = wasm.export(function).apply(arguments);
        return results == null || results.length == 0 ? 0 : (int) results[0];
    }

    private ImportValues imports() {
        ImportValues.Builder builder = ImportValues.builder();
        flite.module().importSection().stream().map(FunctionImport.class::cast).forEach(each -> {
            FunctionType type = flite.module().typeSection().getType(each.typeIndex());
            builder.addFunction(new HostFunction(
                    each.module(),
                    each.name(),
                    type,
                    (instance, arguments) -> answer(each.name(), instance.memory(), arguments)));
        });
        return builder.build();
    }

    /** What the module asks of its surroundings (WASI preview 1): there are none, but for where audio goes. */
    private long[] answer(String function, Memory memory, long[] arguments) {
        switch (function) {
            case FlitePatch.IMPORT -> {
                return new long[] {write(memory, arguments)};
            }
            case "clock_time_get" -> memory.writeLong((int) arguments[2], 0);
            case "args_sizes_get" -> {
                memory.writeI32((int) arguments[0], 0);
                memory.writeI32((int) arguments[1], 0);
            }
            case "args_get" -> {}
            case "proc_exit" -> throw new WasmEngineException("flite gave up");
            default -> {
                return new long[] {BAD_DESCRIPTOR};
            }
        }
        return new long[] {0};
    }

    private long write(Memory memory, long[] arguments) {
        int first = (int) arguments[1];
        int second = (int) arguments[2];
        int third = (int) arguments[3];
        switch ((int) arguments[0]) {
            case FlitePatch.AUDIO -> {
                return chunks.accept(samples(memory, first, second, third)) ? 0 : -1;
            }
            case FlitePatch.SMOOTHING -> {
                vocoder(memory, second).smooth(Track.read(memory, first));
                return 0;
            }
            case FlitePatch.VOCODING -> {
                vocoder(memory, third).speak(Track.read(memory, second), chunks);
                return 0;
            }
            default -> {
                // Its standard output and error, which may repeat what it was given.
                memory.writeI32(third, 0);
                return BAD_DESCRIPTOR;
            }
        }
    }

    private Vocoder vocoder(Memory memory, int voice) {
        return vocoders.computeIfAbsent(voice, address -> new Vocoder(VoiceModel.read(memory, address)));
    }

    private static double[] samples(Memory memory, int wave, int start, int count) {
        int address = memory.readInt(wave + 16) + 2 * start;
        double[] samples = new double[count];
        for (int i = 0; i < count; i++) {
            samples[i] = memory.readShort(address + 2 * i);
        }
        return samples;
    }

    /** Takes audio as it comes to be, and tells whether to go on. */
    @FunctionalInterface
    interface Chunks {
        boolean accept(double[] samples);
    }
}
