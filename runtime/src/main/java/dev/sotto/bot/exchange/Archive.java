package dev.sotto.bot.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The JSON files of an export, in memory: unpacked from a zip, or the one file that was given. Nothing is written
 * anywhere, so a name can lead nowhere; one that tries is refused all the same, for such an archive is no export.
 *
 * @param files the content of each file, by its name in the archive
 */
record Archive(SortedMap<String, byte[]> files) {

    /** Most bytes of the file that is imported. */
    static final long MAX_FILE = 64L << 20;

    /** Most bytes of all that is unpacked: a bot within Lex's limits needs a tenth of it. */
    static final long MAX_UNPACKED = 256L << 20;

    /** Most files in an archive: 1,000 intents of 100 slots would be refused, and there are no such bots. */
    static final int MAX_FILES = 20_000;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final int BUFFER = 1 << 16;

    Archive {
        files = Collections.unmodifiableSortedMap(files);
    }

    /** Reads an archive or a single JSON file; which of them it is, its first bytes tell. */
    static Archive read(Path file) throws ExchangeException {
        try {
            long size = Files.size(file);
            if (size > MAX_FILE) {
                throw new ExchangeException(file + ": " + size + " bytes; expected at most " + MAX_FILE);
            }
            return isZip(file) ? unpacked(file) : single(file);
        } catch (ZipException e) {
            throw new ExchangeException(file + ": a zip archive that is damaged, cut off or locked by a password"
                    + "; expected one that unzip can read; export the bot again, without a password");
        } catch (IOException e) {
            throw new ExchangeException(file + ": not a file that can be read; expected an export of Lex");
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        }
    }

    private static Archive single(Path file) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        return new Archive(files);
    }

    private static Archive unpacked(Path file) throws IOException, ExchangeException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        long left = MAX_UNPACKED;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MAX_FILES) {
                throw new ExchangeException(file + ": " + zip.size() + " files; expected at most " + MAX_FILES);
            }
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = soundName(file, entry.getName());
                if (!entry.isDirectory() && name.toLowerCase(Locale.ROOT).endsWith(".json")) {
                    byte[] content = content(zip, entry, left, file);
                    left -= content.length;
                    if (files.put(name, content) != null) {
                        throw new ExchangeException(file + ": two files called " + name + "; expected one of a name");
                    }
                }
            }
        }
        return new Archive(files);
    }

    /** What an entry declares of its size is not believed. */
    private static byte[] content(ZipFile zip, ZipEntry entry, long most, Path file)
            throws IOException, ExchangeException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes((int) Math.min(most, Integer.MAX_VALUE - BUFFER));
            if (in.read() >= 0) {
                throw new ExchangeException(
                        file + ": more than " + MAX_UNPACKED + " bytes when unpacked; expected an export of a bot");
            }
            return content;
        }
    }

    private static String soundName(Path file, String name) throws ExchangeException {
        boolean leadsOut = name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf(':') >= 0
                || Arrays.asList(name.split("/")).contains("..");
        if (leadsOut || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new ExchangeException(
                    file + ": a file whose name leads out of the archive; expected names below one folder");
        }
        return name;
    }
}
