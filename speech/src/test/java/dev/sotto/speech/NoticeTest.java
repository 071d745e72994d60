package dev.sotto.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the notices to the acoustic model, the dictionary and the voice detector that are really delivered. */
class NoticeTest {

    private static final String FOLDER = "edu/cmu/sphinx/models/en-us/";
    private static final List<String> FILES = List.of(
            FOLDER + "cmudict-en-us.dict",
            FOLDER + "en-us/mdef",
            FOLDER + "en-us/means",
            FOLDER + "en-us/mixture_weights",
            FOLDER + "en-us/transition_matrices",
            FOLDER + "en-us/variances",
            "silero_vad_v6.onnx");
    private static final Pattern ENTRY = Pattern.compile(
            "file: ((?:" + FOLDER + "|silero)\\S+)\\n\\s+licence: (\\S.*)\\n\\s+sha256: ([0-9a-f]{64})");

    @Test
    void namesEveryFileWithItsHash() throws IOException, NoSuchAlgorithmException {
        Map<String, String> delivered = new TreeMap<>();
        for (String file : FILES) {
            try (InputStream in = Objects.requireNonNull(NoticeTest.class.getResourceAsStream("/" + file))) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
                delivered.put(file, HexFormat.of().formatHex(hash));
            }
        }
        Map<String, String> noticed = new TreeMap<>();
        Matcher matcher = ENTRY.matcher(Files.readString(Path.of("..", "NOTICE")));
        while (matcher.find()) {
            noticed.put(matcher.group(1), matcher.group(3));
        }

        assertThat(noticed).containsExactlyEntriesOf(delivered);
    }
}
