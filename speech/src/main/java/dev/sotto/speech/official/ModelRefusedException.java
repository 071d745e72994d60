package dev.sotto.speech.official;

import java.util.Locale;

/** A model is not what it should be. Nothing of it was installed or loaded. */
public final class ModelRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String file;

    /**
     * @param file relative to the model's folder, or the name of that
     * @param found what there is
     * @param expected what there should be
     * @param advice what to do
     */
    ModelRefusedException(Reason reason, String file, String found, String expected, String advice) {
        super("%s: %s: %s; expected %s; %s".formatted(reason.code(), printable(file), found, expected, advice));
        this.reason = reason;
        this.file = file;
    }

    /** Names of files come from anybody. */
    private static String printable(String name) {
        String safe = name.replaceAll("[^\\x20-\\x7E]", "?");
        return safe.length() > 200 ? safe.substring(0, 200) + "…" : safe;
    }

    /** Returns why. */
    public Reason reason() {
        return reason;
    }

    /** Returns which file is at fault, relative to the model's folder, or the name of the folder itself. */
    public String file() {
        return file;
    }

    /** Why a model is refused. */
    public enum Reason {
        /** There is no model at all. */
        NONE,
        /** A file that libvosk needs is not there. */
        MISSING_FILE,
        /** A file ends before it should, or goes on after it. */
        WRONG_LENGTH,
        /** A file is of another kind than its name says. */
        FOREIGN_FILE,
        /** Two files do not belong together. */
        MISMATCH,
        /** A file is a link out of the folder, or has a name that leads out of it. */
        UNSAFE_PATH,
        /** There is more than a model can be. */
        TOO_LARGE,
        /** A file is not the one that was installed. */
        CHANGED,
        /** The model has a name or a language that does not serve, or none that can be told. */
        DESCRIPTION;

        /** Returns the stable code. */
        public String code() {
            return "model." + name().toLowerCase(Locale.ROOT);
        }
    }
}
