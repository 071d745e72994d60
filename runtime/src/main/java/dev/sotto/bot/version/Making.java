package dev.sotto.bot.version;

import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.FaultId;
import dev.sotto.log.Field;
import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problem;
import java.util.List;
import java.util.Optional;

/** Makes versions of bots of which some may break the compiler. Blocking. */
final class Making {

    private static final EventLog LOG = EventLog.of(Component.BOTS);

    private final BotCompiler compiler;

    Making(BotCompiler compiler) {
        this.compiler = compiler;
    }

    /** Returns the version that a bot would become. */
    VersionId idOf(BotDirectory.ReadBot read) {
        return compiler.idOf(read.written());
    }

    /** Returns whether another engine than its own stands in for a bot's. */
    boolean standsIn(BotDirectory.ReadBot read) {
        return compiler.standsIn(read.bot());
    }

    /** Makes a version, or notes that it cannot be made. */
    Optional<BotLease> make(BotDirectory.ReadBot read, List<Problem> found) {
        try {
            return Optional.of(compiler.compile(read.written()).lease());
        } catch (EngineUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            FaultId fault =
                    LOG.fault(Event.ENGINE_FAILED, e, Field.bot(read.bot().name()));
            String what = "a bot that could not be compiled (fault " + fault + " in the log)";
            found.add(new Problem(
                    Position.startOf(read.files().source().main().shown()),
                    "bot.uncompilable",
                    what,
                    "a bot that its engine can learn",
                    Optional.empty()));
            return Optional.empty();
        }
    }
}
