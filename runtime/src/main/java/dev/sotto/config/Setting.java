package dev.sotto.config;

import java.util.Locale;
import java.util.Optional;

/**
 * One key of the configuration.
 *
 * @param key dotted, as the file nests it: {@code listen.https}
 * @param usual the value as one would write it, if there is one when nobody says anything
 * @param meaning a sentence for the reference page
 */
record Setting<T>(String key, SettingType<T> type, Optional<String> usual, String meaning) {

    /** Returns the name of the environment's variable that sets it. */
    String variable() {
        return "SOTTO_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
