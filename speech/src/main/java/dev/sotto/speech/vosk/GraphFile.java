package dev.sotto.speech.vosk;

import dev.sotto.speech.graph.DecodingGraph;
import java.io.IOException;
import java.nio.file.Path;

/** Writes {@code graph/HCLG.fst} in OpenFst's vector format, version 2. */
final class GraphFile {

    private static final int VERSION = 2;
    private static final long EXPANDED_AND_MUTABLE = 3;

    private GraphFile() {}

    /**
     * @param otherSpeech what each frame on the path for any speech costs less
     */
    static void write(Path file, DecodingGraph graph, Senones senones, float otherSpeech) throws IOException {
        try (KaldiFile out = new KaldiFile(file)) {
            out.bare(OpenFst.GRAPH);
            out.counted("vector");
            out.counted("standard");
            out.bare(VERSION);
            out.bare(0);
            out.bare(EXPANDED_AND_MUTABLE);
            out.bare(0L);
            out.bare((long) graph.states());
            out.bare((long) graph.arcs());
            for (int state = 0; state < graph.states(); state++) {
                out.bare(graph.end(state));
                out.bare((long) (graph.firstArc(state + 1) - graph.firstArc(state)));
                for (int arc = graph.firstArc(state); arc < graph.firstArc(state + 1); arc++) {
                    int senone = graph.senone(arc);
                    out.bare(senone < 0 ? 0 : senones.stay(senone) + (graph.target(arc) == state ? 0 : 1));
                    out.bare(graph.word(arc));
                    out.bare(graph.cost(arc) - (graph.isOther(arc) && senone >= 0 ? otherSpeech : 0));
                    out.bare(graph.target(arc));
                }
            }
        }
    }
}
