package dev.sotto.speech.vosk;

import dev.sotto.speech.model.Gaussians;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The lines that tell nnet3 how the components of the acoustic model feed each other. */
final class NetworkText {

    private NetworkText() {}

    /** Returns a ramp that falls with what a stream's mixtures give: what is below zero is cut off later. */
    static String ramp(double height, double slope, int stream, int outputs) {
        return String.format(Locale.ROOT, "Sum(Const(%.7g, %d), Scale(%.7g, m%d))", height, outputs, -slope, stream);
    }

    /**
     * @param ramps that make up the logarithm
     */
    static List<String> lines(List<String> ramps) {
        List<String> lines = new ArrayList<>();
        lines.add("input-node name=input dim=" + Gaussians.SIZE);
        String frames = IntStream.rangeClosed(-3, 3)
                .mapToObj(offset -> offset == 0 ? "input" : "Offset(input, " + offset + ")")
                .collect(Collectors.joining(","));
        lines.add(node("feat", "Append(" + frames + ")"));
        lines.add(node("sq", "Append(feat, feat)"));
        for (int stream = 0; stream < Gaussians.STREAMS; stream++) {
            lines.add(range("f" + stream, "feat", stream));
            lines.add(range("q" + stream, "sq", stream));
            lines.add(node("g" + stream, "Append(f" + stream + ", q" + stream + ")"));
            lines.add(node("p" + stream, "g" + stream));
            lines.add(node("m" + stream, "p" + stream));
        }
        lines.add(node("re", "Append(" + String.join(", ", ramps) + ")"));
        lines.add(node("sb", "re"));
        lines.add("output-node name=output input=sb objective=linear");
        return lines;
    }

    /** The part of a node's output that belongs to a stream. */
    private static String range(String name, String input, int stream) {
        return "dim-range-node name=" + name + " input-node=" + input + " dim-offset=" + stream * Gaussians.SIZE
                + " dim=" + Gaussians.SIZE;
    }

    private static String node(String name, String input) {
        return "component-node name=" + name + " component=" + name + " input=" + input;
    }
}
