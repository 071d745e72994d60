package dev.sotto.cli;

import dev.sotto.bot.version.CompiledLocale;
import dev.sotto.speech.embedded.CompiledEar;
import dev.sotto.speech.embedded.Ear;
import dev.sotto.speech.embedded.EarStore;
import dev.sotto.speech.embedded.UnspeakableException;
import dev.sotto.speech.frontend.Band;
import dev.sotto.speech.vosk.VoskModel;
import dev.sotto.speech.vosk.VoskUnavailableException;
import java.io.IOException;
import java.util.Set;

/** The ear of a bot in a command's own process, which a server would never have. */
final class OwnEar {

    private OwnEar() {}

    /** Opens it, made first if it is not there yet; or says why there is none. */
    static Ear open(CompiledLocale locale, Set<Band> bands) {
        return new Ear(compiled(locale, bands));
    }

    /** Returns the compiled ear of a bot, made first if it is not there yet. */
    static CompiledEar compiled(CompiledLocale locale, Set<Band> bands) {
        try {
            VoskModel.requireEngine();
            return new EarStore(Installation.ears())
                    .ear(locale.trainingSet(), locale.bot().lexicon(), bands);
        } catch (UnspeakableException e) {
            throw CommandException.wrongUse(String.valueOf(e.getMessage()));
        } catch (VoskUnavailableException e) {
            throw CommandException.machine(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw CommandException.machine("cannot write to " + Installation.ears());
        }
    }
}
