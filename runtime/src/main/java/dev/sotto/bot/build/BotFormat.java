package dev.sotto.bot.build;

import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.value.BuiltInTypes;
import java.time.Duration;
import java.util.List;

/** The limits and fixed words of {@code bot.yaml}. Limits are Lex V2's where it has one. */
public final class BotFormat {

    /** The file of a bot in its folder. */
    public static final String FILE = "bot.yaml";

    /** The folder of a bot's tests in its folder. */
    public static final String TESTS = "tests";

    /** The folder of files that hold an intent each. */
    public static final String INTENTS = "intents";

    /** The folder of files that hold a slot type each. */
    public static final String TYPES = "types";

    /** The ending of a file that holds a slot type as a grammar. */
    static final String GRAMMAR = ".grxml";

    /** Most locales of a bot besides its first. */
    public static final int MAX_LOCALES = 31;

    /** Largest file in bytes. */
    public static final int MAX_FILE_BYTES = 4 * 1024 * 1024;

    /** Most test files of a bot. */
    public static final int MAX_TEST_FILES = 200;

    /** Most intents of a bot. */
    public static final int MAX_INTENTS = 1000;

    /** Most sample utterances of an intent. */
    public static final int MAX_SAMPLES = 1500;

    /** Longest sample utterance in code points. */
    public static final int MAX_SAMPLE = 500;

    /** Most slots of an intent. */
    public static final int MAX_SLOTS = 100;

    /** Most slot types of a bot. */
    public static final int MAX_TYPES = 250;

    /** Most values of a slot type. */
    public static final int MAX_VALUES = 10_000;

    /** Longest value or synonym in code points. */
    public static final int MAX_VALUE = 140;

    /** Most words that a bot gives a pronunciation. */
    public static final int MAX_PRONUNCIATIONS = 10_000;

    /** Most pronunciations of a word. */
    public static final int MAX_SOUNDS = 10;

    /** Most phones of a pronunciation. */
    public static final int MAX_PHONES = 60;

    /** Longest text that a bot says, in code points. */
    public static final int MAX_MESSAGE = 1000;

    /** Most wordings of one message. */
    public static final int MAX_VARIATIONS = 10;

    /** Longest title or hint in code points. */
    public static final int MAX_TITLE = 200;

    /** Most misunderstandings in a row that are met with another try. */
    public static final int MAX_ATTEMPTS = 10;

    /** How often a question is put again unless the bot says otherwise. */
    public static final int DEFAULT_RETRIES = 2;

    /** Misunderstandings in a row that are met with another try, unless the bot says otherwise. */
    public static final int DEFAULT_ATTEMPTS = 3;

    /** How long a hook may take, unless the bot says otherwise. */
    public static final Duration DEFAULT_HOOK_TIMEOUT = Duration.ofSeconds(5);

    /** The threshold of a bot that names none. */
    public static final double DEFAULT_THRESHOLD = 0.4;

    static final String NUMBER = BuiltInTypes.NUMBER.value();
    static final String MONEY = BuiltInTypes.MONEY.value();

    /** The slot types that every bot has. */
    public static final List<String> BUILT_IN_TYPES =
            BuiltInTypes.names().stream().map(SlotTypeName::value).toList();

    /** The ways of understanding, the default first. */
    public static final List<String> ENGINES = List.of("embedding", "opennlp");

    private BotFormat() {}
}
