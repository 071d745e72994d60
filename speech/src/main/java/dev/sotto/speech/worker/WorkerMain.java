package dev.sotto.speech.worker;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.embedded.EarPart;
import dev.sotto.speech.embedded.Listening;
import dev.sotto.speech.embedded.Shelf;
import dev.sotto.speech.embedded.TurnListener;
import dev.sotto.speech.official.OfficialListener;
import dev.sotto.speech.official.OfficialParts;
import dev.sotto.speech.vosk.VoskModel;
import dev.sotto.speech.vosk.VoskUnavailableException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * A process that listens. Started by {@link RecognizerWorkers} and by nobody else; ends when its standard input does, and so
 * with the process that started it.
 */
public final class WorkerMain {

    private static final int RUBBISH = 4;

    private WorkerMain() {}

    /** Listens until there is nobody to listen for. */
    public static void main(String[] arguments) throws IOException {
        serve(WorkerMain::open);
    }

    private static Listening open(Shelf shelf, List<EarPart> parts, AudioFormat format, Runnable step) {
        return parts.stream().anyMatch(OfficialParts::isOne)
                ? new OfficialListener(shelf, parts, format, step, work -> Loading.during(work, step))
                : new TurnListener(shelf, parts, format, step);
    }

    static void serve(Worker.Opener opener) throws IOException {
        OutputStream out = Descriptors.takeStandardOutput();
        Answers answers = new Answers(out, () -> Runtime.getRuntime().halt(0));
        answers.send(new Message.Ready(trouble()));
        try (InputStream in = new FileInputStream(FileDescriptor.in);
                Shelf shelf = new Shelf()) {
            new Worker(in, answers, opener, shelf).run();
        } catch (RubbishException e) {
            Runtime.getRuntime().halt(RUBBISH);
        }
        Runtime.getRuntime().halt(0);
    }

    private static String trouble() {
        try {
            VoskModel.requireEngine();
            return "";
        } catch (VoskUnavailableException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
