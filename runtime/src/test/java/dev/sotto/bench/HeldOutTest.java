package dev.sotto.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.bot.Bot;
import dev.sotto.bot.testing.BotCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HeldOutTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().resolve("..").normalize();

    @TempDir
    private Path temp;

    @Test
    void countsWhatIsRightAmongLinesWithAnIntentAndAmongOthers() throws TimeoutException {
        HeldOut lines = new HeldOut(List.of(
                new HeldOut.Line("a", "one"),
                new HeldOut.Line("b", "two"),
                new HeldOut.Line("c", "two"),
                new HeldOut.Line("d", "one"),
                new HeldOut.Line("e", HeldOut.NONE),
                new HeldOut.Line("f", HeldOut.NONE)));

        HeldOut.Score score = lines.score(text -> text.equals("e") ? HeldOut.NONE : "one");

        assertThat(score).isEqualTo(new HeldOut.Score(0.5, 0.5));
    }

    @Test
    void saysWhichLineIsNotOfItsForm() throws IOException {
        Path file = Files.writeString(temp.resolve("lines.tsv"), "right\tone\nwrong\n");

        assertThatThrownBy(() -> HeldOut.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("lines.tsv:2: ");
    }

    @Test
    void hasLinesForEveryIntentOfTheBankAndNoneThatTheBankWasTrainedWith() throws IOException {
        Bot bank = BotCheck.of(ROOT.resolve("bots/bank"), "bank").bot().orElseThrow();
        HeldOut lines = HeldOut.read(ROOT.resolve("bench/bank.tsv"));

        Set<String> intents = lines.lines().stream().map(HeldOut.Line::intent).collect(Collectors.toSet());
        Set<String> samples = bank.intents().stream()
                .flatMap(intent -> NlpJsBot.sentences(bank, intent).stream())
                .map(text -> text.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());

        assertThat(intents).contains(HeldOut.NONE).hasSize(bank.intents().size() + 1);
        assertThat(bank.intents())
                .allSatisfy(intent -> assertThat(intents).contains(intent.name().value()));
        assertThat(lines.lines())
                .noneSatisfy(line -> assertThat(samples).contains(line.text().toLowerCase(Locale.ROOT)));
    }
}
