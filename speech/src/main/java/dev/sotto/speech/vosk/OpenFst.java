package dev.sotto.speech.vosk;

/** What parts of OpenFst's files begin with, as its version 1.7 has them. */
public final class OpenFst {

    /** A graph ({@code kFstMagicNumber}). */
    public static final int GRAPH = 2_125_659_606;

    /** A table of symbols ({@code kSymbolTableMagicNumber}). */
    public static final int SYMBOLS = 2_125_658_996;

    private OpenFst() {}
}
