package dev.sotto.bot.testing;

import dev.sotto.yaml.Position;
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
    public sealed interface Act {}

    /** They type or say something. */
    public record Says(String text) implements Act {}

    /** They press keys. */
    public record Presses(String digits) implements Act {}

    /** They do nothing for so long that the bot is told. */
    public record IsSilent() implements Act {}

    /** They go. */
    public record Leaves() implements Act {}
}
