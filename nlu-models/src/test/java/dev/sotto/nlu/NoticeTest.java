package dev.sotto.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the notices to what is really delivered: every model and word list, with its licence and its hash. */
class NoticeTest {

    private static final Path NOTICE = Path.of("..", "NOTICE");

    /** What other modules deliver, and tests of their own hold to. */
    private static final List<String> OF_OTHERS = List.of("edu/cmu/sphinx/", "flite.", "silero_");

    private static final Path WORD_LISTS = Path.of("src", "main", "resources");
    private static final List<String> MODELS = List.of(
            "all-minilm-l6-v2-q.onnx",
            "all-minilm-l6-v2-q-tokenizer.json",
            "langdetect-183.bin",
            "opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin",
            "opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin");

    /** Two lines of an entry: {@code   file: NAME} and {@code   sha256: HASH}, then {@code   licence: NAME}. */
    private static final Pattern ENTRY =
            Pattern.compile("file: (\\S+)\\n\\s+licence: (\\S.*)\\n\\s+sha256: ([0-9a-f]{64})");

    private static Map<String, String> noticed() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        Matcher matcher = ENTRY.matcher(Files.readString(NOTICE));
        while (matcher.find()) {
            if (OF_OTHERS.stream().anyMatch(matcher.group(1)::startsWith)) {
                continue;
            }
            hashes.put(matcher.group(1), matcher.group(3));
        }
        return hashes;
    }

    private static Map<String, String> delivered() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (String model : MODELS) {
            hashes.put(model, sha256("/" + model));
        }
        try (Stream<Path> lists = Files.walk(WORD_LISTS)) {
            for (Path list : lists.filter(Files::isRegularFile).toList()) {
                String name = WORD_LISTS.relativize(list).toString().replace('\\', '/');
                hashes.put(name, sha256("/" + name));
            }
        }
        return hashes;
    }

    private static String sha256(String resource) {
        try (InputStream in = Objects.requireNonNull(NoticeTest.class.getResourceAsStream(resource), resource)) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void namesEveryModelAndWordListWithItsHash() throws IOException {
        assertThat(noticed()).containsExactlyEntriesOf(delivered());
    }

    @Test
    void knowsEveryModelOnTheClassPath() throws IOException {
        TreeSet<String> found = new TreeSet<>();
        for (String entry :
                System.getProperty("java.class.path").split(Pattern.quote(java.io.File.pathSeparator), -1)) {
            if (entry.endsWith(".jar") && Files.exists(Path.of(entry))) {
                try (java.util.jar.JarFile jar = new java.util.jar.JarFile(entry)) {
                    jar.stream()
                            .map(java.util.zip.ZipEntry::getName)
                            .filter(name -> name.matches("[^/]+\\.(onnx|bin)|[^/]*tokenizer\\.json"))
                            .forEach(found::add);
                }
            }
        }

        assertThat(MODELS).containsAll(found);
    }
}
