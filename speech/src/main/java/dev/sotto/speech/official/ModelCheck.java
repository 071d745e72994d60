package dev.sotto.speech.official;

import dev.sotto.speech.official.ModelRefusedException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Looks at all files of a model that libvosk would read. Confined to one thread. */
final class ModelCheck {

    /** What Kaldi takes where the configuration says nothing. */
    private static final int USUAL_RATE = 16_000;

    private static final int USUAL_CEPSTRA = 13;
    private static final Set<Integer> RATES = Set.of(8_000, 16_000);
    private static final int MARK = 16;
    private static final Map<String, List<String>> SPEAKER = speaker();

    private final ModelFolder folder;
    private final Layout layout;

    private ModelCheck(ModelFolder folder) {
        this.folder = folder;
        this.layout = Layout.of(folder.root()).orElseThrow();
    }

    /** What has to be there if the network wants to know of the speaker, and how each begins. */
    private static Map<String, List<String>> speaker() {
        Map<String, List<String>> files = new TreeMap<>();
        files.put("ivector/final.ie", List.of("\0B<IvectorExtractor> "));
        files.put("ivector/final.dubm", List.of("\0B<DiagGMM> "));
        files.put("ivector/final.mat", List.of("\0BFM ", "\0BDM ", "\0BCM", " ["));
        files.put("ivector/global_cmvn.stats", List.of("\0BFM ", "\0BDM ", " ["));
        files.put("ivector/online_cmvn.conf", List.of());
        files.put("ivector/splice.conf", List.of());
        return Map.copyOf(files);
    }

    /**
     * Looks at a model.
     *
     * @throws ModelRefusedException for the first file that is not what it should be
     */
    static ModelFacts check(ModelFolder folder) throws IOException {
        return new ModelCheck(folder).check();
    }

    private ModelFacts check() throws IOException {
        folder.require(layout.network(), "the acoustic network");
        NetworkCheck.Network network = NetworkCheck.check(folder.root(), layout.network());
        int rate = frontEnd(network);
        if (layout.decoding().isPresent()) {
            options(layout.decoding().get(), "the decoder's options");
        }
        speaker(network);
        ModelKind kind = folder.has(layout.wholeGraph()) ? ModelKind.STATIC_GRAPH : ModelKind.RUN_TIME_GRAMMAR;
        SymbolTable words = kind == ModelKind.STATIC_GRAPH ? wholeGraph(network) : twoGraphs(network);
        optional();
        return new ModelFacts(layout, kind, rate, words);
    }

    private int frontEnd(NetworkCheck.Network network) throws IOException {
        boolean cepstra = folder.has(layout.cepstra()) || !folder.has(layout.bands());
        OptionsFile options =
                options(cepstra ? layout.cepstra() : layout.bands(), "how audio is turned into what the network takes");
        int rate = options.number("sample-frequency").orElse(USUAL_RATE);
        if (!RATES.contains(rate)) {
            throw mismatch(
                    options.name(), "a sample rate of " + rate, "8000 or 16000", "Vosk's models have one of these");
        }
        int values = cepstra
                ? options.number("num-ceps").orElse(USUAL_CEPSTRA)
                : options.number("num-mel-bins").orElse(network.inputs());
        boolean plain = !"true".equals(options.values().get("use-energy")) || cepstra;
        if (plain && network.inputs() != values) {
            throw mismatch(
                    options.name(),
                    values + " values for each frame",
                    network.inputs() + " as the network takes",
                    "both files have to come from one model");
        }
        return rate;
    }

    private void speaker(NetworkCheck.Network network) throws IOException {
        boolean any = folder.files().stream().anyMatch(SPEAKER::containsKey);
        if (network.speaker() > 0 || any) {
            for (Map.Entry<String, List<String>> file : new TreeMap<>(SPEAKER).entrySet()) {
                folder.require(file.getKey(), "what the network wants to know of the speaker");
                begins(file.getKey(), file.getValue());
                if (file.getValue().isEmpty()) {
                    OptionsFile unused = OptionsFile.read(folder.root(), file.getKey());
                    assert unused != null;
                }
            }
        }
    }

    private SymbolTable wholeGraph(NetworkCheck.Network network) throws IOException {
        folder.require(layout.wholeGraph(), "the graph");
        GraphCheck.Graph graph = GraphCheck.check(folder.root(), layout.wholeGraph());
        if (!Set.of("vector", "const").contains(graph.type())) {
            throw mismatch(
                    layout.wholeGraph(),
                    "a graph of the form " + graph.type(),
                    "vector or const",
                    "get the model again; this one was put together in a way that is not known");
        }
        SymbolTable words = graph.words().isPresent() ? graph.words().get() : words();
        notAbove(layout.wholeGraph(), "transition", graph.highestInput(), network.transitions());
        notAbove(layout.wholeGraph(), "word", graph.highestOutput(), words.highest());
        return words;
    }

    private SymbolTable twoGraphs(NetworkCheck.Network network) throws IOException {
        folder.require(layout.soundGraph(), "the graph of sounds, beside Gr.fst; or HCLG.fst in place of both");
        folder.require(layout.wordGraph(), "the graph of words, beside HCLr.fst");
        folder.require(layout.marks(), "marks of the graph of sounds, one to a line");
        GraphCheck.Graph sounds = GraphCheck.check(folder.root(), layout.soundGraph());
        if (!sounds.type().endsWith("_lookahead")) {
            throw mismatch(
                    layout.soundGraph(),
                    "a graph of the form " + sounds.type(),
                    "olabel_lookahead",
                    "get the model again; this one was put together in a way that is not known");
        }
        int marks = highestOf(layout.marks());
        GraphCheck.Graph graph = GraphCheck.check(folder.root(), layout.wordGraph());
        SymbolTable words = graph.words().isPresent() ? graph.words().get() : words();
        notAbove(layout.soundGraph(), "transition", sounds.highestInput(), Math.max(marks, network.transitions()));
        notAbove(layout.wordGraph(), "word", graph.highestOutput(), words.highest());
        return words;
    }

    private SymbolTable words() throws IOException {
        folder.require(layout.words(), "the words of the graph, which has none itself");
        return SymbolTable.read(folder.root(), layout.words());
    }

    private void optional() throws IOException {
        if (folder.has(layout.boundaries())) {
            folder.require(layout.boundaries(), "phones and where in a word they stand");
        }
        boolean older = folder.has("rescore/G.fst");
        boolean newer = folder.has("rescore/G.carpa");
        if (older || newer) {
            folder.require("rescore/G.fst", "what words are weighed anew with, beside G.carpa");
            folder.require("rescore/G.carpa", "what words are weighed anew with, beside G.fst");
            GraphCheck.Graph unused = GraphCheck.check(folder.root(), "rescore/G.fst");
            assert unused != null;
        }
    }

    private OptionsFile options(String name, String why) throws IOException {
        folder.require(name, why);
        return OptionsFile.read(folder.root(), name);
    }

    private void begins(String name, List<String> marks) throws IOException {
        if (marks.isEmpty()) {
            return;
        }
        try (ModelFile file = ModelFile.open(folder.root(), name)) {
            int length = (int) Math.min(MARK + MARK, file.left());
            String beginning = file.text(length, StandardCharsets.ISO_8859_1);
            if (marks.stream().noneMatch(beginning::startsWith)) {
                throw file.foreign("it does not begin as such a file does", "a file of Kaldi's");
            }
        }
    }

    private int highestOf(String name) throws IOException {
        int highest = 0;
        for (String line : Files.readAllLines(folder.root().resolve(name), StandardCharsets.ISO_8859_1)) {
            if (!line.matches("[0-9]{1,9}")) {
                throw new ModelRefusedException(
                        Reason.FOREIGN_FILE,
                        name,
                        "a line that is no number",
                        "a number on each line",
                        "get the model again");
            }
            highest = Math.max(highest, Integer.parseInt(line));
        }
        return highest;
    }

    private static void notAbove(String name, String what, int found, int most) {
        if (found > most) {
            throw mismatch(
                    name,
                    what + " " + found,
                    "at most " + most + ", as the other files have",
                    "all files have to come from one model");
        }
    }

    private static ModelRefusedException mismatch(String name, String found, String expected, String advice) {
        return new ModelRefusedException(Reason.MISMATCH, name, found, expected, advice);
    }

    /** Returns the text of a file that tells about the model, as far as it is there; at most 64 KiB of it. */
    static Optional<String> text(Path folder, String name) throws IOException {
        if (!Files.isRegularFile(folder.resolve(name))) {
            return Optional.empty();
        }
        try (ModelFile text = ModelFile.open(folder, name)) {
            int length = (int) Math.min(1 << 16, text.left());
            return Optional.of(text.text(length, StandardCharsets.UTF_8));
        }
    }
}
