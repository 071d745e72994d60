package dev.sotto.bot.testing;

import dev.sotto.yaml.Position;
import dev.sotto.yaml.Values;
import java.time.Duration;
import java.util.List;

/**
 * One thing that the person does, and what should come of it.
 *
 * @param position where it stands
 * @param act what the person does
 * @param hooks what hooks answer that are called meanwhile, in order
 * @param expected what should come of it
 */
public record TestStep(Position position, Act act, List<ScriptedHook> hooks, Expected expected) {

    public TestStep {
        hooks = List.copyOf(hooks);
    }

    /** Something that a person does. */
    public sealed interface Act {

        /** Returns what they do, for people. */
        String describe();
    }

    /** They type or say something. */
    public record Says(String text) implements Act {

        @Override
        public String describe() {
            return text;
        }
    }

    /** They press keys. */
    public record Presses(String digits) implements Act {

        @Override
        public String describe() {
            return "presses " + digits;
        }
    }

    /** They do nothing for so long that the bot is told. */
    public record IsSilent() implements Act {

        @Override
        public String describe() {
            return "is silent";
        }
    }

    /** They go. */
    public record Leaves() implements Act {

        @Override
        public String describe() {
            return "leaves";
        }
    }

    /** They do nothing, and nobody minds, until this much time has passed. */
    public record Waits(Duration time) implements Act {

        @Override
        public String describe() {
            return "waits " + Values.written(time);
        }
    }
}
