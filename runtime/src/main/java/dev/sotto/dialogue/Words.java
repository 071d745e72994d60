package dev.sotto.dialogue;

import dev.sotto.lex.InputMode;
import dev.sotto.lex.LexHookEvent;
import dev.sotto.lex.LexTranscription;
import dev.sotto.nlu.Heard;
import java.util.List;
import java.util.Optional;

/** How the input of a turn came and in what words, as far as a hook could be told. */
record Words(InputMode mode, List<LexTranscription> transcriptions) {

    static final Words NONE = new Words(InputMode.TEXT, List.of());

    static Words of(InputMode mode, Optional<Heard> heard) {
        return new Words(
                mode,
                heard.map(Heard::hypotheses).orElse(List.of()).stream()
                        .limit(LexHookEvent.MAX_TRANSCRIPTIONS)
                        .map(guess -> new LexTranscription(guess.utterance(), guess.confidence()))
                        .toList());
    }

    Words withheld() {
        return new Words(mode, List.of());
    }
}
