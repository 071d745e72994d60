package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.speech.official.InstalledModel;
import dev.sotto.speech.official.ModelKind;
import java.util.Locale;

/** Shows an installed model. */
final class ModelLines {

    private static final int SHORT_HASH = 19;
    private static final double MEBIBYTE = 1 << 20;

    private ModelLines() {}

    static ObjectNode asJson(InstalledModel model) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", model.description().name())
                .put("locale", model.description().locale().toLanguageTag())
                .put("hash", model.hash())
                .put("licence", model.description().licence())
                .put("kind", model.kind().toString())
                .put("grammar", model.kind() == ModelKind.RUN_TIME_GRAMMAR)
                .put("sample_rate", model.rate())
                .put("bytes", model.bytes());
    }

    static String describe(InstalledModel model) {
        return String.format(
                Locale.ROOT,
                "%s: %s, %s, %d Hz, %.0f MiB, licence %s, %s",
                model.description().name(),
                model.description().locale().toLanguageTag(),
                model.kind(),
                model.rate(),
                model.bytes() / MEBIBYTE,
                model.description().licence(),
                model.hash().substring(0, SHORT_HASH));
    }
}
