package dev.sotto.speech.official;

import dev.sotto.speech.official.ModelRefusedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Unpacks a zip file with a model in it: files only, none outside of the folder, and no more of them than a model has. */
final class ModelZip {

    /** Files of models become a tenth at best; what becomes a hundredth is no model. */
    static final long MOST_TIMES = 100;

    private static final int BUFFER = 1 << 16;
    private static final long SMALL = 1 << 20;

    private long bytes;
    private int files;

    private ModelZip() {}

    /** @throws ModelRefusedException if it is none, or not of a model; what was unpacked until then is the caller's to remove */
    static void unpack(Path file, Path into) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ModelZip unpacking = new ModelZip();
            Set<String> names = new HashSet<>();
            for (ZipEntry entry : List.copyOf(zip.stream().toList())) {
                if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                    throw unsafe(entry.getName(), "a name that is there twice");
                }
                if (!entry.isDirectory()) {
                    unpacking.unpack(zip, entry, target(into, entry.getName()));
                }
            }
        } catch (ZipException e) {
            throw new ModelRefusedException(
                    Reason.FOREIGN_FILE,
                    String.valueOf(file.getFileName()),
                    "no zip file, or one that is cut off",
                    "a zip file with a model in it",
                    "get the file again");
        }
    }

    private static Path target(Path into, String name) {
        boolean plain = !name.isEmpty()
                && !name.startsWith("/")
                && !name.contains("\\")
                && !name.contains(":")
                && name.chars().noneMatch(Character::isISOControl)
                && List.of(name.split("/", -1)).stream().noneMatch(part -> part.isEmpty() || part.matches("\\.{1,2}"));
        try {
            Path target = into.resolve(name).normalize();
            if (plain && target.startsWith(into)) {
                return target;
            }
        } catch (InvalidPathException e) {
            throw unsafe(name, "a name that no file can have");
        }
        throw unsafe(name, "a name that leads out of the folder");
    }

    private static ModelRefusedException unsafe(String name, String found) {
        return new ModelRefusedException(
                Reason.UNSAFE_PATH, name, found, "names below the model's folder", "get the zip file from its maker");
    }

    private void unpack(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        files++;
        Files.createDirectories(target.getParent());
        long most = Math.max(SMALL, MOST_TIMES * Math.max(0, entry.getCompressedSize()));
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                bytes += count;
                ModelFolder.checkSize(files, bytes, entry.getName());
                if (size > most) {
                    throw new ModelRefusedException(
                            Reason.TOO_LARGE,
                            entry.getName(),
                            "more than " + MOST_TIMES + " times its packed size",
                            "the file of a model",
                            "get the zip file from its maker");
                }
                out.write(buffer, 0, count);
            }
        }
    }
}
