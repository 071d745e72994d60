package dev.sotto.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.testing.ProtocolPage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalCodeTest {

    @Test
    void agreesWithTheTableOfTheProtocolPage() {
        List<String> rows = new ArrayList<>();
        for (RefusalCode code : RefusalCode.values()) {
            String status = code.httpStatus().isPresent()
                    ? String.valueOf(code.httpStatus().getAsInt())
                    : "";
            String then = code.closeCode()
                    .map(close -> String.valueOf(close.number()))
                    .orElse("goes on");
            rows.add(code.code() + " " + status + " " + then);
        }

        assertThat(rows).containsExactlyInAnyOrderElementsOf(ProtocolPage.errors());
    }

    @Test
    void usesOnlyCloseCodesOfTheProtocolPage() {
        assertThat(Arrays.stream(CloseCode.values()).map(CloseCode::number))
                .containsExactlyInAnyOrderElementsOf(ProtocolPage.closeCodes());
    }

    @Test
    void hasASentenceForEachCode() {
        assertThat(RefusalCode.values())
                .allSatisfy(code -> assertThat(code.sentence()).endsWith(".").hasSizeLessThan(200));
    }
}
