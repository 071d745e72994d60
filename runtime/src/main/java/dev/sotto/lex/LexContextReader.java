package dev.sotto.lex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sotto.lex.MalformedAnswerException.Flaw;
import dev.sotto.sensitive.SlotValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the active contexts of a hook's answer. Of turns and seconds to live either may be left out. */
final class LexContextReader {

    private LexContextReader() {}

    static List<LexActiveContext> read(JsonNode contexts) {
        require(contexts.isArray() && contexts.size() <= LexActiveContext.MAX_CONTEXTS);
        List<LexActiveContext> read = new ArrayList<>();
        contexts.forEach(context -> read.add(context(context)));
        return read;
    }

    private static LexActiveContext context(JsonNode context) {
        require(context.isObject());
        Optional<JsonNode> life = LexAnswerReader.optional(context, "timeToLive");
        require(life.isPresent() && life.get().isObject());
        Map<String, SlotValue> attributes = LexAnswerReader.optional(context, "contextAttributes")
                .map(values -> LexAnswerReader.texts(values, Flaw.CONTEXTS))
                .orElse(Map.of());
        LexActiveContext read = new LexActiveContext(
                LexAnswerReader.text(LexAnswerReader.member(context, "name"), Flaw.CONTEXTS),
                number(life.get(), "timeToLiveInSeconds", LexActiveContext.MAX_SECONDS),
                number(life.get(), "turnsToLive", LexActiveContext.MAX_TURNS),
                attributes);
        require(read.isWithinLimits());
        return read;
    }

    private static int number(JsonNode life, String name, int most) {
        Optional<JsonNode> number = LexAnswerReader.optional(life, name);
        require(number.isEmpty() || number.get().isInt());
        return number.map(JsonNode::intValue).orElse(most);
    }

    private static void require(boolean holds) {
        LexAnswerReader.require(holds, Flaw.CONTEXTS);
    }
}
