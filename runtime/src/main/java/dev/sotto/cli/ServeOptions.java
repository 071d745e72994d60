package dev.sotto.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What {@code serve} was called with.
 *
 * @param json whether to print one JSON object, rather than words, when people can be answered
 */
record ServeOptions(ConfigChoice config, boolean json) {

    private static final String COMMAND = "serve";
    private static final String JSON = "--json";
    private static final String CONFIG = "--config";
    private static final String BOTS = "--bots";
    private static final String PORT = "--port";

    /** What begins in another way may mean something to the other reader. */
    private static final Pattern PLAIN_PATH = Pattern.compile("[\\p{Alnum}/.].*", Pattern.DOTALL);

    private static final Pattern PORT_NUMBER = Pattern.compile("[0-9]{1,5}");

    /**
     * Reads a command line that is written the plain way: each option once, its value after it. It spares a start the
     * library that reads all others, which takes a sixth of a second to load.
     *
     * @return nothing if it is another command or is written in any other way, right or wrong
     */
    static Optional<ServeOptions> plain(String... args) {
        if (args.length == 0 || !args[0].equals(COMMAND)) {
            return Optional.empty();
        }
        Map<String, String> found = new HashMap<>();
        for (int i = 1; i < args.length; i++) {
            String option = args[i];
            String value = option.equals(JSON) ? JSON : i + 1 < args.length ? args[++i] : "";
            if (!isPlain(option, value) || found.put(option, value) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new ServeOptions(
                new ConfigChoice(
                        Optional.ofNullable(found.get(CONFIG)).map(Path::of),
                        Optional.ofNullable(found.get(BOTS)).map(Path::of),
                        found.containsKey(PORT)
                                ? OptionalInt.of(Integer.parseInt(found.get(PORT)))
                                : OptionalInt.empty()),
                found.containsKey(JSON)));
    }

    private static boolean isPlain(String option, String value) {
        return switch (option) {
            case JSON -> true;
            case PORT -> PORT_NUMBER.matcher(value).matches();
            case CONFIG, BOTS -> PLAIN_PATH.matcher(value).matches();
            default -> false;
        };
    }
}
