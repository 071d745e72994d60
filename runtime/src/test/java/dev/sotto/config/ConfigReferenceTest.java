package dev.sotto.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds docs/configuration.md equal to the code. */
class ConfigReferenceTest {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final String BEGIN = "<!-- settings: written by ConfigReferenceTest -->\n";
    private static final String END = "<!-- end of settings -->\n";

    @TempDir
    Path directory;

    /** With {@code -Dsotto.docs=write} the page is brought up to date instead. */
    @Test
    void describesEverySettingWithItsRangeAndUsualValue() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        String current = page.substring(0, begin) + reference() + page.substring(page.indexOf(END));
        if ("write".equals(System.getProperty("sotto.docs"))) {
            Files.writeString(PAGE, current);
        }

        assertThat(page).isEqualTo(current);
    }

    @Test
    void showsAnExampleThatIsAllInOrderButForItsSecrets() throws IOException {
        Matcher example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));

        assertThat(example.find()).isTrue();
        assertThat(new Loading(directory).refuse(example.group(1)))
                .extracting(Problem::code)
                .containsOnly("secret.missing");
    }

    private static String reference() {
        StringBuilder text = new StringBuilder();
        String group = "";
        for (Setting<?> setting : Settings.all()) {
            String its = setting.key().split("\\.", 2)[0];
            if (!its.equals(group)) {
                group = its;
                text.append("\n### ")
                        .append(group)
                        .append("\n\n| key | value | usual | meaning |\n| --- | --- | --- | --- |\n");
            }
            String usual = setting.usual()
                    .filter(s -> !s.isEmpty())
                    .map(s -> "`" + s + "`")
                    .orElse("");
            text.append("| `%s` | %s | %s | %s |\n"
                    .formatted(setting.key(), setting.type().expected(), usual, setting.meaning()));
        }
        return text.append('\n').toString();
    }
}
