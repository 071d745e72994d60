package dev.sotto.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkSearchTest {

    private static final List<Charset> FORMS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final Mark mark = Mark.random();

    @Test
    void findsBothFormsOfText() throws IOException {
        byte[] bytes = bytes("before " + mark.text() + " between ", StandardCharsets.UTF_8, mark.text() + "after");

        assertThat(count(bytes, 4096)).isEqualTo(new MarkSearch.Count(bytes.length, 2));
    }

    @Test
    void findsNothingWhereALetterIsMissing() throws IOException {
        byte[] bytes = mark.text().substring(1).repeat(3).getBytes(StandardCharsets.UTF_8);

        assertThat(count(bytes, 4096).found()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void countsTheSameHoweverTheBytesArrive(long seed) throws IOException {
        Random random = new Random(seed);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int planted = random.nextInt(20);
        for (int i = 0; i < planted; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            all.write(noise);
            Charset form = FORMS.get(random.nextInt(FORMS.size()));
            all.write(mark.text().getBytes(form));
        }

        assertThat(count(all.toByteArray(), 1 + random.nextInt(60)).found()).isEqualTo(planted);
    }

    private MarkSearch.Count count(byte[] bytes, int portion) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        return new MarkSearch(mark).in((into, offset, length) -> in.read(into, offset, Math.min(portion, length)));
    }

    private static byte[] bytes(String first, Charset charset, String second) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(first.getBytes(charset));
        out.write(second.getBytes(StandardCharsets.UTF_16LE));
        return out.toByteArray();
    }
}
