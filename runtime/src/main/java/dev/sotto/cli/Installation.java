package dev.sotto.cli;

import dev.sotto.nlu.embedding.EncoderSource;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where things lie on this machine, as the launcher found them. */
final class Installation {

    private Installation() {}

    /** Returns the folder of the repository, or of the unpacked release; the working folder if nothing started us. */
    static Path root() {
        return Path.of(System.getProperty("sotto.root", "")).toAbsolutePath().normalize();
    }

    /** Returns the folder with the bots that come along. */
    static Path bots() {
        return root().resolve("bots");
    }

    /** Returns the server's own directory, unless it is configured otherwise. */
    static Path storage() {
        return root().resolve(".sotto");
    }

    /** Returns the directory for trained models: the same that the server uses unless it is configured otherwise. */
    static Path models() {
        return storage().resolve("models");
    }

    /** Returns the directory for compiled ears: the same that the server uses unless it is configured otherwise. */
    static Path ears() {
        return storage().resolve("ears");
    }

    /** Returns the encoder: the files that the build laid ready, or what is on the class path where it did not. */
    static EncoderSource encoder() {
        Path models = root().resolve("runtime/target/sotto/models");
        Path model = models.resolve(EncoderSource.OfClassPath.MODEL_RESOURCE.substring(1));
        Path tokenizer = models.resolve(EncoderSource.OfClassPath.TOKENIZER_RESOURCE.substring(1));
        return Files.isRegularFile(model) && Files.isRegularFile(tokenizer)
                ? new EncoderSource.OfFiles(model, tokenizer)
                : new EncoderSource.OfClassPath();
    }
}
