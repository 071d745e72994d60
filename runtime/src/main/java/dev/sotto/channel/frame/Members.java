package dev.sotto.channel.frame;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object. Members that nobody asks for are read and checked like all others and then left
 * alone. Everything that is wrong is refused as {@code frame.malformed}, without a word of what it was.
 */
final class Members {

    /** The largest number that JSON carries between all implementations without loss (RFC 8259 section 6). */
    static final long MAX_NUMBER = (1L << 53) - 1;

    private final Map<String, Value> values;

    private Members(Map<String, Value> values) {
        this.values = values;
    }

    /** Reads one object that fills the buffer to its end. Leaves no copy of the bytes behind but the strings it returns. */
    static Members read(ByteBuffer bytes) {
        char[] text = new char[bytes.remaining()];
        try {
            return read(text, StrictText.decode(bytes, text));
        } finally {
            Arrays.fill(text, '\0');
        }
    }

    private static Members read(char[] text, int length) {
        try (JsonParser parser = Json.FACTORY.createParser(text, 0, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed();
            }
            Members members = object(parser);
            if (parser.nextToken() != null) {
                throw malformed();
            }
            return members;
        } catch (IOException e) {
            // The parser's message quotes what it could not read, so neither it nor its exception goes any further.
            throw malformed();
        }
    }

    private static Members object(JsonParser parser) throws IOException {
        Map<String, Value> values = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            StrictText.requireWhole(name);
            parser.nextToken();
            values.put(name, value(parser));
        }
        return new Members(values);
    }

    private static Value value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            String text = parser.getText();
            StrictText.requireWhole(text);
            return new Text(text);
        }
        if (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != NumberType.BIG_INTEGER) {
            return new Whole(parser.getLongValue());
        }
        if (token == JsonToken.START_OBJECT) {
            return new Nested(object(parser));
        }
        if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(parser);
            }
        }
        return Other.OTHER;
    }

    /** Returns whether there is a member of this name, of whatever type. */
    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Returns a string that must be there. */
    String text(String name) {
        if (values.get(name) instanceof Text text) {
            return text.text();
        }
        throw malformed();
    }

    /** Returns a string that may be there. */
    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** Returns a whole number that must be there and in range. */
    long number(String name, long least, long most) {
        @Nullable Value value = values.get(name);
        if (value instanceof Whole whole && whole.number() >= least && whole.number() <= most) {
            return whole.number();
        }
        throw malformed();
    }

    /** Returns an object that must be there. */
    Members object(String name) {
        if (values.get(name) instanceof Nested nested) {
            return nested.members();
        }
        throw malformed();
    }

    static RefusedException malformed() {
        return new RefusedException(RefusalCode.FRAME_MALFORMED);
    }

    private sealed interface Value {}

    private record Text(String text) implements Value {

        /** Says nothing of the content. */
        @Override
        public String toString() {
            return "Text";
        }
    }

    private record Whole(long number) implements Value {}

    private record Nested(Members members) implements Value {}

    /** A value of a type that no member of the protocol has. */
    private enum Other implements Value {
        OTHER
    }
}
