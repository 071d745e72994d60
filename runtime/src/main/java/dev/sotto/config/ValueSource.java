package dev.sotto.config;

import dev.sotto.yaml.Position;
import java.util.Locale;

/** Where the value of a setting came from, from weakest to strongest. */
public sealed interface ValueSource {

    /** Where to point somebody who has to change it. */
    Position position();

    /** One word for the kind, for programs. */
    default String kind() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Nobody said anything. */
    record Default() implements ValueSource {

        @Override
        public Position position() {
            return Position.startOf("default");
        }

        @Override
        public String toString() {
            return "default";
        }
    }

    /** The configuration file. */
    record File(Position position) implements ValueSource {

        @Override
        public String toString() {
            return position.toString();
        }
    }

    /** A variable of the environment. */
    record Environment(String variable) implements ValueSource {

        @Override
        public Position position() {
            return Position.startOf("$" + variable);
        }

        @Override
        public String toString() {
            return "$" + variable;
        }
    }

    /** An option of the command. */
    record Option(String option) implements ValueSource {

        @Override
        public Position position() {
            return Position.startOf(option);
        }

        @Override
        public String toString() {
            return option;
        }
    }
}
