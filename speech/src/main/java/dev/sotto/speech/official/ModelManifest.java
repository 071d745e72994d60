package dev.sotto.speech.official;

import dev.sotto.speech.official.ModelRefusedException.Reason;
import dev.sotto.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an installed model is, as the file {@value #FILE} beside it tells: written last, so that a folder without one is no
 * installed model. Whoever may write to the folder may also make it fit.
 *
 * @param source SHA-256 of the zip file that it was installed from; empty if it was a folder
 * @param seals size and SHA-256 of each file of the model
 */
record ModelManifest(ModelDescription description, ModelKind kind, int rate, String source, Map<String, Seal> seals) {

    static final String FILE = "model.txt";

    private static final String FORMAT = "sotto speech model 1";
    private static final long LARGEST = 1 << 20;
    private static final Pattern LINE = Pattern.compile("(name|locale|licence|kind|rate|source|file) (.+)");
    private static final Pattern SEALED = Pattern.compile("([0-9]{1,15}) ([0-9a-f]{64}) (.+)");

    /** A file as it was installed. */
    record Seal(long size, String hash) {}

    ModelManifest {
        seals = Map.copyOf(seals);
    }

    static ModelManifest of(ModelFolder folder, ModelFacts facts, String source, ModelDescription description)
            throws IOException {
        return new ModelManifest(description, facts.kind(), facts.rate(), source, seals(folder));
    }

    private static Map<String, Seal> seals(ModelFolder folder) throws IOException {
        Map<String, Seal> seals = new TreeMap<>();
        for (String name : folder.files()) {
            Path file = folder.root().resolve(name);
            seals.put(name, new Seal(Files.size(file), Sha256.of(file)));
        }
        return seals;
    }

    /** Returns the hash of the model: of the names, sizes and hashes of all of its files. */
    String hash() {
        return "sha256:" + Sha256.of(files());
    }

    /** Returns how large all files are. */
    long bytes() {
        return seals.values().stream().mapToLong(Seal::size).sum();
    }

    private String files() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(seals)
                .forEach((name, seal) ->
                        text.append(String.format(Locale.ROOT, "file %d %s %s\n", seal.size(), seal.hash(), name)));
        return text.toString();
    }

    void write(Path folder) throws IOException {
        String text = FORMAT + "\nname " + description.name() + "\nlocale "
                + description.locale().toLanguageTag() + "\nlicence " + description.licence() + "\nkind " + kind
                + "\nrate " + rate + "\n" + (source.isEmpty() ? "" : "source " + source + "\n") + files();
        Files.writeString(folder.resolve(FILE), text);
    }

    /** @throws ModelRefusedException if there is none, or none that can be read */
    static ModelManifest read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        try {
            String text = Files.size(file) > LARGEST ? "" : Files.readString(file);
            if (!text.startsWith(FORMAT + "\n")) {
                throw damaged(folder);
            }
            return parse(text.substring(FORMAT.length() + 1));
        } catch (NoSuchFileException | IllegalArgumentException e) {
            throw damaged(folder);
        }
    }

    private static ModelRefusedException damaged(Path folder) {
        return new ModelRefusedException(
                Reason.CHANGED,
                FILE,
                "no list of files beside " + folder.getFileName() + " that can be read",
                "the one that was installed",
                "remove the model and install it again");
    }

    private static ModelManifest parse(String text) {
        Map<String, String> values = new TreeMap<>();
        Map<String, Seal> seals = new TreeMap<>();
        text.lines().forEach(line -> {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("a line that is none");
            }
            Matcher sealed = SEALED.matcher(matcher.group(2));
            if (!matcher.group(1).equals("file")) {
                values.put(matcher.group(1), matcher.group(2));
            } else if (sealed.matches()) {
                seals.put(sealed.group(3), new Seal(Long.parseLong(sealed.group(1)), sealed.group(2)));
            } else {
                throw new IllegalArgumentException("a file without its hash");
            }
        });
        ModelDescription description = new ModelDescription(
                values.getOrDefault("name", ""),
                Locale.forLanguageTag(values.getOrDefault("locale", "")),
                values.getOrDefault("licence", ""));
        return new ModelManifest(
                description,
                ModelKind.of(values.getOrDefault("kind", "")),
                Integer.parseInt(values.getOrDefault("rate", "")),
                values.getOrDefault("source", ""),
                seals);
    }

    /** Makes sure that a folder has the files that are listed here, as they were, and no others. */
    void check(ModelFolder folder) throws IOException {
        for (Map.Entry<String, Seal> file : new TreeMap<>(seals).entrySet()) {
            if (!folder.has(file.getKey())) {
                throw changed(file.getKey(), "it is gone");
            }
            Path path = folder.root().resolve(file.getKey());
            if (Files.size(path) != file.getValue().size()
                    || !Sha256.of(path).equals(file.getValue().hash())) {
                throw changed(file.getKey(), "it is another one than was installed");
            }
        }
        for (String name : folder.files()) {
            if (!seals.containsKey(name)) {
                throw changed(name, "it was not installed");
            }
        }
    }

    private static ModelRefusedException changed(String name, String found) {
        return new ModelRefusedException(
                Reason.CHANGED,
                name,
                found,
                "the files of the day it was installed",
                "remove the model and install it again");
    }
}
