package dev.sotto.speech.official;

import dev.sotto.speech.embedded.DamagedEarException;
import dev.sotto.speech.embedded.Shelf;
import dev.sotto.speech.vosk.VoskModel;
import dev.sotto.storage.FileSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model as libvosk is given it: the operator's files, but with numbers in the place of words, so that native code knows no
 * word and can print none. What listens reads this list of files, looks whether they are what was written, and loads them.
 *
 * @param root the folder
 * @param rate samples a second
 * @param unknown numbers of words that stand for any word that the model does not know
 * @param seals size and sum of each file of the model
 */
record NumberedModel(Path root, int rate, List<Integer> unknown, Map<String, FileSeal> seals) implements Shelf.Source {

    /** The folder in it that libvosk reads. */
    static final String MODEL = "model";

    private static final String FILE = "numbered.txt";
    private static final String FORMAT = "sotto numbered model 1";

    NumberedModel {
        unknown = List.copyOf(unknown);
        seals = Map.copyOf(seals);
    }

    @Override
    public Path folder() {
        return root.resolve(MODEL);
    }

    @Override
    public long bytes() {
        return seals.values().stream().mapToLong(FileSeal::size).sum();
    }

    @Override
    public VoskModel load() {
        for (Map.Entry<String, FileSeal> file : seals.entrySet()) {
            try {
                if (!FileSeal.of(folder().resolve(file.getKey())).equals(file.getValue())) {
                    throw new DamagedEarException("the model has another " + file.getKey() + " than was looked at");
                }
            } catch (IOException e) {
                throw new DamagedEarException("the model lacks " + file.getKey());
            }
        }
        return VoskModel.load(folder(), List.copyOf(seals.keySet()));
    }

    void write() throws IOException {
        StringBuilder text =
                new StringBuilder(FORMAT).append("\nrate ").append(rate).append('\n');
        unknown.forEach(number -> text.append("unknown ").append(number).append('\n'));
        seals.forEach((name, seal) -> text.append("file %s %s\n".formatted(seal, name)));
        Files.writeString(root.resolve(FILE), text);
    }

    /** @throws DamagedEarException if there is none, or none that can be read */
    static NumberedModel read(Path root) {
        int rate = 0;
        List<Integer> unknown = new ArrayList<>();
        Map<String, FileSeal> seals = new LinkedHashMap<>();
        try {
            List<String> lines = Files.readAllLines(root.resolve(FILE));
            if (lines.isEmpty() || !lines.get(0).equals(FORMAT)) {
                throw new DamagedEarException("its list of files is of another version");
            }
            for (String line : lines.subList(1, lines.size())) {
                String[] words = line.split(" ", 4);
                switch (words[0]) {
                    case "rate" -> rate = Integer.parseInt(words[1]);
                    case "unknown" -> unknown.add(Integer.valueOf(words[1]));
                    case "file" -> seals.put(words[3], FileSeal.parse(words[1], words[2]));
                    default -> throw new DamagedEarException("its list of files has a line that is none");
                }
            }
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new DamagedEarException("it has no list of files that can be read");
        }
        return new NumberedModel(root, rate, unknown, seals);
    }
}
