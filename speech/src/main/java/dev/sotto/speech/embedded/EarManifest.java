package dev.sotto.speech.embedded;

import dev.sotto.nlu.SlotTypeName;
import dev.sotto.speech.frontend.Band;
import dev.sotto.speech.spectrum.Cepstrum;
import dev.sotto.storage.FileSeal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * What an ear's folder holds, as its file {@value #FILE} tells: written last, so that a folder without one is none. A sum
 * finds what was damaged; whoever may write to the folder may also make it fit.
 *
 * @param targets for each kind of audio the cepstra that the mean of speech shall have
 * @param parts by name, and how many words each has
 * @param types for each type of answers the name of the part that hears them
 * @param files size and sum by path
 */
record EarManifest(
        Locale locale,
        Map<Band, List<Double>> targets,
        Map<String, Integer> parts,
        Map<SlotTypeName, String> types,
        Map<String, FileSeal> files) {

    static final String FILE = "ear.txt";

    /** Raised when older ears do not serve any more. */
    static final String FORMAT = "sotto ear 1";

    private static final long LARGEST = 4 << 20;

    EarManifest {
        targets = Map.copyOf(targets);
        parts = Map.copyOf(parts);
        types = Map.copyOf(types);
        files = Map.copyOf(files);
    }

    void write(Path ear) throws IOException {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        text.append("locale ").append(locale.toLanguageTag()).append('\n');
        targets.forEach((band, target) -> {
            text.append("target ").append(band);
            target.forEach(value -> text.append(' ').append(value));
            text.append('\n');
        });
        parts.forEach((name, words) -> text.append("part " + name + " " + words + "\n"));
        types.forEach((type, name) -> text.append("type " + type + " " + name + "\n"));
        files.forEach((path, seal) -> text.append("file " + path + " " + seal + "\n"));
        Files.writeString(ear.resolve(FILE), text + "sum " + sum(text.toString()) + "\n");
    }

    /**
     * Reads what a folder holds.
     *
     * @throws DamagedEarException if it is no ear, one of another version, or not what was written
     */
    static EarManifest read(Path ear) {
        String text;
        try {
            if (Files.size(ear.resolve(FILE)) > LARGEST) {
                throw new DamagedEarException("its list of files is too long");
            }
            text = Files.readString(ear.resolve(FILE));
        } catch (IOException e) {
            throw new DamagedEarException("it has no list of files");
        }
        int end = text.lastIndexOf("sum ");
        if (!text.startsWith(FORMAT + "\n")
                || end < 0
                || !text.substring(end).strip().equals("sum " + sum(text.substring(0, end)))) {
            throw new DamagedEarException("its list of files is damaged or of another version");
        }
        return parse(text.substring(FORMAT.length() + 1, end));
    }

    private static EarManifest parse(String text) {
        Locale locale = Locale.ROOT;
        Map<Band, List<Double>> targets = new EnumMap<>(Band.class);
        Map<String, Integer> parts = new LinkedHashMap<>();
        Map<SlotTypeName, String> types = new LinkedHashMap<>();
        Map<String, FileSeal> files = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "locale" -> locale = Locale.forLanguageTag(words[1]);
                case "target" -> targets.put(Band.valueOf(words[1]), target(words));
                case "part" -> parts.put(words[1], Integer.valueOf(words[2]));
                case "type" -> types.put(new SlotTypeName(words[1]), words[2]);
                case "file" -> files.put(words[1], FileSeal.parse(words[2], words[3]));
                default -> throw new DamagedEarException("its list of files has a line that is none");
            }
        }
        return new EarManifest(locale, targets, parts, types, files);
    }

    private static List<Double> target(String[] words) {
        List<Double> target = new ArrayList<>();
        for (int k = 0; k < Cepstrum.SIZE; k++) {
            target.add(Double.valueOf(words[2 + k]));
        }
        return target;
    }

    /**
     * Makes sure that some files of a folder are what was written.
     *
     * @param below the beginning of their paths; at least one file has it
     * @throws DamagedEarException if one is missing, shorter, longer or changed
     */
    void check(Path ear, String below) {
        boolean found = false;
        for (Map.Entry<String, FileSeal> file : files.entrySet()) {
            if (file.getKey().startsWith(below)) {
                found = true;
                try {
                    if (!FileSeal.of(ear.resolve(file.getKey())).equals(file.getValue())) {
                        throw new DamagedEarException("it has another " + file.getKey() + " than was written");
                    }
                } catch (IOException e) {
                    throw new DamagedEarException("it lacks " + file.getKey());
                }
            }
        }
        if (!found) {
            throw new DamagedEarException("it never had " + below);
        }
    }

    /** Returns how large the files are whose paths begin so. */
    long size(String below) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith(below))
                .mapToLong(file -> file.getValue().size())
                .sum();
    }

    /** Returns the cepstra that the mean of speech shall have. */
    double[] target(Band band) {
        return targets.getOrDefault(band, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static String sum(String text) {
        CRC32C sum = new CRC32C();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
