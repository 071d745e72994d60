package dev.sotto.config;

import dev.sotto.yaml.Problems;
import dev.sotto.yaml.YamlNode;
import java.util.Optional;

/** What the values of a setting look like. Stateless. */
interface SettingType<T> {

    /** Reads a value; nothing, and at least one problem, if the node holds none. */
    Optional<T> read(YamlNode node, Problems problems);

    /** Returns the value as a person would write it. Never a secret: those are written as their reference. */
    String write(T value);

    /** Returns what may stand there, for messages and for the reference page. */
    String expected();
}
