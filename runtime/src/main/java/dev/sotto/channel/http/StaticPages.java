package dev.sotto.channel.http;

import dev.sotto.storage.Sha256;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The page with the chat and what it loads, held in memory. Exactly these paths exist: no name from a request ever
 * becomes the name of a file. Immutable; safe for any thread.
 */
public final class StaticPages {

    private static final String FOLDER = "/web/";

    private static final List<Source> SOURCES = List.of(
            new Source("/", "index.html", "text/html; charset=utf-8"),
            new Source("/sotto-chat.js", "sotto-chat.js", "text/javascript; charset=utf-8"),
            new Source("/sotto-microphone.js", "sotto-microphone.js", "text/javascript; charset=utf-8"),
            new Source("/page.js", "page.js", "text/javascript; charset=utf-8"),
            new Source("/page.css", "page.css", "text/css; charset=utf-8"),
            new Source("/icon.svg", "icon.svg", "image/svg+xml"));

    private final Map<String, Page> pages;

    private StaticPages(Map<String, Page> pages) {
        this.pages = Map.copyOf(pages);
    }

    /**
     * Reads everything from the class path.
     *
     * @throws IllegalStateException if the installation lacks a part of it
     */
    public static StaticPages load() {
        return new StaticPages(
                SOURCES.stream().map(StaticPages::read).collect(Collectors.toMap(Page::path, Function.identity())));
    }

    /** Returns what is to be found at a path. */
    Optional<Page> at(String path) {
        return Optional.ofNullable(pages.get(path));
    }

    private static Page read(Source source) {
        try (InputStream in = StaticPages.class.getResourceAsStream(FOLDER + source.file())) {
            if (in == null) {
                throw new IllegalStateException("the installation lacks " + source.file() + " of the web client");
            }
            byte[] content = in.readAllBytes();
            return new Page(source.path(), source.type(), tag(content), Buffer.buffer(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tag(byte[] content) {
        byte[] hash = Sha256.begin().digest(content);
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
    }

    /**
     * One resource.
     *
     * @param tag changes with the content (RFC 9110, 8.8.3)
     * @param content shared by all answers, none of which changes it
     */
    record Page(String path, String type, String tag, Buffer content) {}

    private record Source(String path, String file, String type) {}
}
