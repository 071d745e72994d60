package dev.sotto.bot.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every test that docs/lex-parity.md names is there. */
final class LexParityTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z]+Test)(?:\\.([a-z][A-Za-z]+))?`");

    @Test
    void namesTestsThatAreThere() throws IOException {
        Map<String, String> tests = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
                tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        Matcher named = NAMED.matcher(Files.readString(Path.of("../docs/lex-parity.md")));
        int found = 0;
        while (named.find()) {
            assertThat(tests).containsKey(named.group(1));
            if (named.group(2) != null) {
                assertThat(tests.get(named.group(1))).contains("void " + named.group(2) + "(");
            }
            found++;
        }
        assertThat(found).isGreaterThan(40);
    }
}
