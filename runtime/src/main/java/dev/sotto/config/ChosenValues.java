package dev.sotto.config;

import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.YamlNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The value of each setting, and where it came from. Confined to the thread that reads. */
final class ChosenValues {

    /** By key: strings hash at once, for records Java makes code first. */
    private final Map<String, Chosen<?>> values = new HashMap<>();

    private final Set<String> mentioned = new HashSet<>();

    /** Starts with what holds when nobody says anything. */
    static ChosenValues usual() {
        ChosenValues chosen = new ChosenValues();
        Settings.all().forEach(chosen::chooseUsual);
        return chosen;
    }

    /** Reads a value over the one that was there. */
    <T> void read(Setting<T> setting, YamlNode node, ValueSource source, Problems problems) {
        mentioned.add(setting.key());
        setting.type().read(node, problems).ifPresent(value -> choose(setting, value, source));
    }

    /** Puts a value over the one that was there. */
    <T> void choose(Setting<T> setting, T value, ValueSource source) {
        values.put(setting.key(), new Chosen<>(value, source));
    }

    /** Returns the value of a setting that always has one. */
    <T> T get(Setting<T> setting) {
        return chosen(setting).orElseThrow().value();
    }

    /** Returns the value of a setting, if it has one. */
    <T> Optional<T> find(Setting<T> setting) {
        return chosen(setting).map(Chosen::value);
    }

    /** Returns where the value came from, for pointing at it. */
    Position position(Setting<?> setting) {
        return chosen(setting).map(c -> c.source().position()).orElse(Position.startOf("default"));
    }

    /** Returns whether somebody chose the value. */
    boolean isChosen(Setting<?> setting) {
        return chosen(setting)
                .filter(c -> !(c.source() instanceof ValueSource.Default))
                .isPresent();
    }

    /** Returns whether it has a value, or would have one if that were valid. */
    boolean isMentioned(Setting<?> setting) {
        return mentioned.contains(setting.key());
    }

    /** Values are only ever put under a setting of their own type. */
    @SuppressWarnings("unchecked")
    <T> Optional<Chosen<T>> chosen(Setting<T> setting) {
        @Nullable Chosen<T> found = (Chosen<T>) values.get(setting.key());
        return Optional.ofNullable(found);
    }

    private <T> void chooseUsual(Setting<T> setting) {
        if (setting.usual().isEmpty()) {
            return;
        }
        Problems none = new Problems();
        YamlNode node =
                new YamlNode.Scalar(Position.startOf("default"), setting.usual().get(), YamlNode.Style.QUOTED);
        read(setting, node, new ValueSource.Default(), none);
        if (!none.isEmpty()) {
            throw new IllegalStateException("the usual value of " + setting.key() + " is not valid");
        }
    }

    /** A value with its source. */
    record Chosen<T>(T value, ValueSource source) {

        Chosen {
            Objects.requireNonNull(value);
        }
    }
}
