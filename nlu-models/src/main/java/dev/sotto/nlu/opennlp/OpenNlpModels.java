package dev.sotto.nlu.opennlp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** The models that come with the product, read from the class path when first needed. */
final class OpenNlpModels {

    static final String TOKENS_EN = "/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin";
    static final String SENTENCES_EN = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";
    static final String LANGUAGES = "/langdetect-183.bin";

    private OpenNlpModels() {}

    /** Reads a model of OpenNLP's. */
    interface ModelReader<T> {
        T read(InputStream in) throws IOException;
    }

    /** Returns a model that is part of the product, whose absence or damage is a fault. */
    static <T> T read(String resource, ModelReader<T> reader) {
        try (InputStream in = OpenNlpModels.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return reader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a supplier that makes its object once, on first use, whichever thread asks. */
    static <T> Supplier<T> once(Supplier<T> make) {
        return new Once<>(make);
    }

    private static final class Once<T> implements Supplier<T> {

        private final Supplier<T> make;
        private volatile @org.jspecify.annotations.Nullable T made;

        private Once(Supplier<T> make) {
            this.make = make;
        }

        @Override
        public T get() {
            T known = made;
            if (known == null) {
                synchronized (this) {
                    known = made;
                    if (known == null) {
                        known = make.get();
                        made = known;
                    }
                }
            }
            return known;
        }
    }
}
