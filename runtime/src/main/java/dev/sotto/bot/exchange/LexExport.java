package dev.sotto.bot.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads an export of Amazon Lex, V2 or V1; which of them it is, its content tells. Safe for any thread. */
public final class LexExport {

    private static final int DEEPEST = 100;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private LexExport() {}

    /**
     * Reads all bots of an export. A bot of several locales is one bot as far as these are of one structure.
     *
     * @param file a zip archive, or the JSON file of a Lex V1 export
     * @param hook where the bots' own code is, if it is to be called
     * @return at least one bot
     * @throws ExchangeException if it is no export, or a damaged one
     */
    public static List<Imported> read(Path file, Optional<URI> hook) throws ExchangeException {
        Hooks hooks = hook.isPresent() ? Hooks.CALLED : Hooks.LEFT;
        Map<String, Piece> files = new TreeMap<>();
        for (Map.Entry<String, byte[]> entry : Archive.read(file).files().entrySet()) {
            files.put(entry.getKey(), Piece.file(entry.getKey(), parse(file, entry.getKey(), entry.getValue())));
        }
        Optional<Piece> old = LexV1.recognises(files);
        if (LexV2.recognises(files)) {
            return Locales.together(LexV2.read(files, hooks), hook);
        }
        if (old.isPresent()) {
            return List.of(LexV1.read(old.get(), hooks));
        }
        throw new ExchangeException(file + ": no bot of Lex in it; expected an export of Lex V2, with a BotLocale.json"
                + " for each locale, or of Lex V1, with \"importType\": \"LEX\"");
    }

    private static JsonNode parse(Path file, String name, byte[] content) throws ExchangeException {
        String place = String.valueOf(file.getFileName()).equals(name) ? file.toString() : file + "/" + name;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            JsonNode root = JSON.readTree(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
            if (!root.isObject()) {
                throw new ExchangeException(place + ":1:1: no JSON object; expected a file of an export");
            }
            return root;
        } catch (CharacterCodingException e) {
            throw new ExchangeException(place + ":1:1: bytes that are not UTF-8; expected JSON in UTF-8");
        } catch (JsonProcessingException e) {
            Optional<JsonLocation> at = Optional.ofNullable(e.getLocation());
            int line = at.map(JsonLocation::getLineNr).orElse(1);
            int column = at.map(JsonLocation::getColumnNr).orElse(1);
            throw new ExchangeException(place + ":" + line + ":" + column
                    + ": text that is not JSON, or nested too deep; expected a file of an export");
        }
    }
}
