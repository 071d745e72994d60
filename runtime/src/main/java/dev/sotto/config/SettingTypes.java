package dev.sotto.config;

import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import dev.sotto.yaml.YamlNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kinds of values that settings have. */
final class SettingTypes {

    private static final String INVALID = "value.invalid";

    private static final Pattern VOICE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,63}");

    private static final Set<String> VOICES = Set.of("slt", "rms", "awb", "kal16");

    /** The voices that come along, as they are told to people. */
    static final String VOICES_TOLD = "slt, rms, awb or kal16";

    private SettingTypes() {}

    /** A single word or text that a parser takes whole. */
    static <T> SettingType<T> parsed(Function<String, Optional<T>> parser, String expected) {
        return new Parsed<>(parser, INVALID, expected);
    }

    static SettingType<Integer> count(int least, int most) {
        return new Count(least, most);
    }

    static SettingType<Duration> duration(Duration least, Duration most) {
        return new Time(least, most);
    }

    static SettingType<ByteSize> size(ByteSize least, ByteSize most) {
        String expected = "a size from " + least + " to " + most + ", such as 512B, 16KiB or 2MiB";
        return parsed(
                text -> ByteSize.parse(text).filter(s -> s.compareTo(least) >= 0 && s.compareTo(most) <= 0), expected);
    }

    static SettingType<ListenAddress> address() {
        return parsed(ListenAddress::parse, "a port, or an address and port such as 127.0.0.1:8443 or [::1]:8443");
    }

    static SettingType<Path> path(String what) {
        return parsed(SettingTypes::pathOf, what);
    }

    /** Reads a path; nothing if this system cannot have such a one. */
    static Optional<Path> pathOf(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The name of a voice: with a program of the operator's, any that it may have. */
    static SettingType<String> voice() {
        return parsed(
                text -> Optional.of(text).filter(name -> VOICE.matcher(name).matches()),
                VOICES_TOLD + ", or with `voice.command` what `{voice}` becomes");
    }

    /** Returns whether a voice comes along. */
    static boolean comesAlong(String voice) {
        return VOICES.contains(voice);
    }

    /** One word of an enumeration, in lower case with hyphens. */
    static <E extends Enum<E>> SettingType<E> choice(Class<E> type) {
        return new Choice<>(type);
    }

    /** A reference to a secret; what is not one is not repeated in the message, for it may be the secret. */
    static SettingType<SecretReference> secret() {
        return new SecretType();
    }

    /** A list; from the environment its items come with commas between them. */
    static <T> SettingType<List<T>> list(SettingType<T> item) {
        return new ListOf<>(item);
    }

    private record Parsed<T>(Function<String, Optional<T>> parser, String code, String expected)
            implements SettingType<T> {

        @Override
        public Optional<T> read(YamlNode node, Problems problems) {
            Optional<YamlNode.Scalar> scalar = Values.text(node, expected, problems);
            Optional<T> value = scalar.flatMap(s -> parser.apply(s.text()));
            if (scalar.isPresent() && value.isEmpty()) {
                problems.add(node.position(), code, node.kind(), expected);
            }
            return value;
        }

        @Override
        public String write(T value) {
            return value.toString();
        }
    }

    private record Count(int least, int most) implements SettingType<Integer> {

        @Override
        public Optional<Integer> read(YamlNode node, Problems problems) {
            return Values.wholeNumber(node, least, most, problems);
        }

        @Override
        public String write(Integer value) {
            return value.toString();
        }

        @Override
        public String expected() {
            return "a whole number from " + least + " to " + most;
        }
    }

    private record Time(Duration least, Duration most) implements SettingType<Duration> {

        @Override
        public Optional<Duration> read(YamlNode node, Problems problems) {
            return Values.duration(node, least, most, problems);
        }

        @Override
        public String write(Duration value) {
            return Values.written(value);
        }

        @Override
        public String expected() {
            return "a time from " + Values.written(least) + " to " + Values.written(most)
                    + ", such as 250ms, 3s, 5m or 1h";
        }
    }

    private record Choice<E extends Enum<E>>(Class<E> type) implements SettingType<E> {

        @Override
        public Optional<E> read(YamlNode node, Problems problems) {
            return Values.oneOf(node, words(), INVALID, problems)
                    .flatMap(word -> Arrays.stream(type.getEnumConstants())
                            .filter(constant -> write(constant).equals(word))
                            .findFirst());
        }

        @Override
        public String write(E value) {
            return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public String expected() {
            List<String> words = words();
            return words.size() == 1 ? words.get(0) : "one of " + String.join(", ", words);
        }

        private List<String> words() {
            return Arrays.stream(type.getEnumConstants()).map(this::write).toList();
        }
    }

    private record SecretType() implements SettingType<SecretReference> {

        @Override
        public Optional<SecretReference> read(YamlNode node, Problems problems) {
            Optional<SecretReference> reference =
                    node instanceof YamlNode.Scalar scalar ? SecretReference.parse(scalar.text()) : Optional.empty();
            if (reference.isEmpty()) {
                String found = "something that is no reference (not shown, for it may be the secret itself)";
                problems.add(node.position(), "secret.literal", found, expected());
            }
            return reference;
        }

        @Override
        public String write(SecretReference value) {
            return value.toString();
        }

        @Override
        public String expected() {
            return "a reference to a secret: env:NAME, file:PATH or credential:NAME";
        }
    }

    private record ListOf<T>(SettingType<T> item) implements SettingType<List<T>> {

        @Override
        public Optional<List<T>> read(YamlNode node, Problems problems) {
            if (!(node instanceof YamlNode.Items) && !(node instanceof YamlNode.Scalar)) {
                problems.add(node.position(), "value.kind", node.kind(), expected());
                return Optional.empty();
            }
            List<YamlNode> nodes = node instanceof YamlNode.Items items ? items.items() : split((YamlNode.Scalar) node);
            List<T> values = new ArrayList<>();
            nodes.forEach(each -> item.read(each, problems).ifPresent(values::add));
            return values.size() == nodes.size() ? Optional.of(List.copyOf(values)) : Optional.empty();
        }

        private static List<YamlNode> split(YamlNode.Scalar scalar) {
            return Arrays.stream(scalar.text().split(","))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .<YamlNode>map(part -> new YamlNode.Scalar(scalar.position(), part, scalar.style()))
                    .toList();
        }

        @Override
        public String write(List<T> values) {
            return values.stream().map(item::write).collect(Collectors.joining(", ", "[", "]"));
        }

        @Override
        public String expected() {
            return "a list, each item " + item.expected();
        }
    }
}
