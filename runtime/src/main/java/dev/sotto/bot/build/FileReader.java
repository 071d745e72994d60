package dev.sotto.bot.build;

import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Reads files of one folder: regular ones inside it, not too large, in UTF-8 without control characters. */
final class FileReader {

    private final Path folder;
    private final Problems problems;

    /** @param folder the real path; what lies outside, reached by whatever link, is refused */
    FileReader(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    Optional<SourceFile> read(Path path, String shown) {
        try {
            Path real = path.toRealPath();
            if (!real.startsWith(folder)) {
                return refuse(shown, "file.outside", "a link to somewhere else", "a file inside the bot's folder");
            }
            if (!Files.isRegularFile(real)) {
                return refuse(shown, "file.kind", "something that is not a file", "a file");
            }
            byte[] bytes = bytes(real);
            if (bytes.length > BotFormat.MAX_FILE_BYTES) {
                String most = "at most " + BotFormat.MAX_FILE_BYTES / (1024 * 1024) + " MiB";
                return refuse(shown, "file.too_large", "more than that", most);
            }
            return decode(bytes, shown);
        } catch (NoSuchFileException e) {
            return refuse(shown, "file.missing", "no such file", "the file");
        } catch (IOException e) {
            return refuse(shown, "file.unreadable", "a file that cannot be read", "a file that can be read");
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(BotFormat.MAX_FILE_BYTES + 1);
        }
    }

    private Optional<SourceFile> decode(byte[] bytes, String shown) {
        CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = utf8.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        String read = text.toString();
        if (result.isError()) {
            problems.add(end(shown, read), "file.encoding", "a byte that is not UTF-8", "text in UTF-8");
            return Optional.empty();
        }
        return noteControls(read, shown) ? Optional.empty() : Optional.of(new SourceFile(shown, read));
    }

    private boolean noteControls(String text, String shown) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
                String found = String.format(Locale.ROOT, "the character U+%04X", (int) c);
                problems.add(end(shown, text.substring(0, at)), "file.control", found, "text");
                return true;
            }
        }
        return false;
    }

    private static Position end(String shown, String before) {
        String[] lines = before.split("\r\n|[\r\n]", -1);
        String last = lines[lines.length - 1];
        return new Position(shown, lines.length, last.codePointCount(0, last.length()) + 1);
    }

    private Optional<SourceFile> refuse(String shown, String code, String found, String expected) {
        problems.add(Position.startOf(shown), code, found, expected);
        return Optional.empty();
    }
}
