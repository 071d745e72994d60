package dev.sotto.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpokenListTest {

    @TempDir
    private Path folder;

    private Path list;

    @BeforeEach
    void lay() throws IOException {
        list = folder.resolve("list");
        Files.write(folder.resolve("a.wav"), new byte[4]);
        Files.write(folder.resolve("b.wav"), new byte[4]);
    }

    private List<SpokenRow> labels(String content) throws IOException {
        Files.writeString(list, content);
        return SpokenList.labels(list, folder);
    }

    private List<SpokenRow> manifest(String content) throws IOException {
        Files.writeString(list, content);
        return SpokenList.manifest(list);
    }

    @Test
    void readsLabelsInTheOrderOfTheirNames() throws IOException {
        List<SpokenRow> rows = labels(
                "{\"b.wav\":{\"intent\":\"order\",\"slots\":{\"drink\":\"tea\"}},\"a.wav\":{\"intent\":\"hours\"}}");

        assertThat(rows).extracting(SpokenRow::name).containsExactly("a.wav", "b.wav");
        assertThat(rows.get(1).wanted()).contains(new SpokenRow.Wanted("order", Map.of("drink", "tea")));
    }

    @Test
    void readsATableByTheNamesOfItsColumns() throws IOException {
        List<SpokenRow> rows = manifest("seconds\tfile\ttranscript\tslots\n1\ta.wav\ttwo teas\t\n2\tb.wav\t\t"
                + "{\"intent\": \"order\", \"slots\": {}}\n");

        assertThat(rows.get(0).transcript()).contains("two teas");
        assertThat(rows.get(0).wanted()).isEmpty();
        assertThat(rows.get(1).wanted()).contains(new SpokenRow.Wanted("order", Map.of()));
    }

    @Test
    void refusesWhatIsWrongWithoutQuotingIt() {
        assertThatThrownBy(() -> labels("{\"a.wav\":{\"intent\":\"secret words"))
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> labels("{}")).hasMessageContaining("at least one");
        assertThatThrownBy(() -> labels("{\"c.wav\":{\"intent\":\"x\"}}")).hasMessageContaining("no such recording");
        assertThatThrownBy(() -> labels("{\"../x\":{\"intent\":\"x\"}}")).hasMessageContaining("no such recording");
        assertThatThrownBy(() -> manifest("wav\n1\n")).hasMessageContaining("no column file");
        assertThatThrownBy(() -> manifest("file\tslots\na.wav\t{}\n")).hasMessageContaining(":2: found no intent");
    }
}
