package dev.sotto.speech.official;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where libvosk looks for the files of a model: the two layouts that it knows. */
enum Layout {
    /** With folders {@code am}, {@code conf} and {@code graph}. */
    FOLDERS("am/", "conf/", "graph/", "graph/phones/"),
    /** The older one: all in one folder. */
    FLAT("", "", "", "");

    private final String acoustic;
    private final String configuration;
    private final String graph;
    private final String phones;

    Layout(String acoustic, String configuration, String graph, String phones) {
        this.acoustic = acoustic;
        this.configuration = configuration;
        this.graph = graph;
        this.phones = phones;
    }

    /** Returns the layout of a folder, if it is that of a model. */
    static Optional<Layout> of(Path folder) {
        for (Layout layout : values()) {
            if (Files.isRegularFile(folder.resolve(layout.network()))) {
                return Optional.of(layout);
            }
        }
        return Optional.empty();
    }

    String network() {
        return acoustic + "final.mdl";
    }

    String cepstra() {
        return configuration + "mfcc.conf";
    }

    String bands() {
        return configuration + "fbank.conf";
    }

    /** Of the decoder; only there in the newer layout. */
    Optional<String> decoding() {
        return this == FOLDERS ? Optional.of(configuration + "model.conf") : Optional.empty();
    }

    String wholeGraph() {
        return graph + "HCLG.fst";
    }

    String soundGraph() {
        return graph + "HCLr.fst";
    }

    String wordGraph() {
        return graph + "Gr.fst";
    }

    String marks() {
        return graph + "disambig_tid.int";
    }

    String words() {
        return graph + "words.txt";
    }

    String boundaries() {
        return phones + "word_boundary.int";
    }
}
