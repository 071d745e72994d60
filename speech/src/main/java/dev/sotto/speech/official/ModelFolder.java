package dev.sotto.speech.official;

import dev.sotto.speech.official.ModelRefusedException.Reason;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a model's folder.
 *
 * @param root where they lie
 * @param files relative to it, in the order of their names, with slashes
 */
record ModelFolder(Path root, List<String> files) {

    /** Most files of a model. */
    static final int MAX_FILES = 2_000;

    /** Most bytes of a model: twice the largest that is known. */
    static final long MAX_BYTES = 16L << 30;

    private static final String CHOOSE = "give the folder that has am and graph in it";

    ModelFolder {
        files = List.copyOf(files);
    }

    /**
     * Finds the model in a folder, which is that or has it as its only one.
     *
     * @throws ModelRefusedException if there is none, or more than one, or one with links that lead out of it
     */
    static ModelFolder find(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw none(folder, "there is no such folder", "the path of a folder or a zip file", "look at the path");
        }
        if (Layout.of(folder).isPresent()) {
            return of(folder);
        }
        List<Path> models;
        try (Stream<Path> below = Files.list(folder)) {
            models = below.filter(
                            each -> Files.isDirectory(each) && Layout.of(each).isPresent())
                    .toList();
        }
        if (models.size() != 1) {
            throw none(
                    folder,
                    models.isEmpty() ? "no model in it" : models.size() + " models in it",
                    "am/final.mdl, or a single folder with that",
                    CHOOSE);
        }
        return of(models.get(0));
    }

    private static ModelRefusedException none(Path folder, String found, String expected, String advice) {
        return new ModelRefusedException(Reason.NONE, String.valueOf(folder.getFileName()), found, expected, advice);
    }

    private static ModelFolder of(Path folder) throws IOException {
        Path root = folder.toRealPath();
        List<String> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            private long bytes;

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = root.relativize(file).toString().replace('\\', '/');
                checkPlace(root, file, name, attributes);
                files.add(name);
                bytes += Files.size(file);
                checkSize(files.size(), bytes, name);
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(files);
        return new ModelFolder(root, files);
    }

    /** A link may lead to another file of the model, and nowhere else. */
    private static void checkPlace(Path root, Path file, String name, BasicFileAttributes attributes)
            throws IOException {
        boolean inside = attributes.isRegularFile()
                || (attributes.isSymbolicLink()
                        && Files.isRegularFile(file)
                        && file.toRealPath().startsWith(root));
        if (!inside) {
            throw new ModelRefusedException(
                    Reason.UNSAFE_PATH,
                    name,
                    "a link out of the folder, or no file at all",
                    "files only",
                    "put a copy of the file in the place of the link");
        }
    }

    static void checkSize(int files, long bytes, String name) {
        if (files > MAX_FILES || bytes > MAX_BYTES) {
            throw new ModelRefusedException(
                    Reason.TOO_LARGE,
                    name,
                    "with it there are " + files + " files of " + bytes + " bytes",
                    "at most " + MAX_FILES + " files of " + MAX_BYTES + " bytes",
                    "give the folder of one model only");
        }
    }

    boolean has(String name) {
        return files.contains(name);
    }

    /** Makes sure that a file is there and not empty. */
    void require(String name, String why) throws IOException {
        if (!has(name)) {
            throw new ModelRefusedException(
                    Reason.MISSING_FILE, name, "it is not there", why, "get the model again, whole");
        }
        if (Files.size(root.resolve(name)) == 0) {
            throw new ModelRefusedException(
                    Reason.WRONG_LENGTH, name, "it is empty", why, "get the model again, whole");
        }
    }
}
