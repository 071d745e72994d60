package dev.sotto.log;

import dev.sotto.bot.BotName;
import dev.sotto.nlu.IntentName;
import dev.sotto.turn.HookId;
import dev.sotto.turn.SessionId;
import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One fact of an event. The factory methods are the allow-list: what has none here cannot be logged. Their parameters
 * are types that cannot hold what a person said; where a text is needed, it must look like a name of ours, and is left
 * out if it does not.
 */
public final class Field {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
    private static final Pattern CODE = Pattern.compile("[a-z0-9_]{1,40}(?:\\.[a-z0-9_]{1,40}){0,4}");
    private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{16}");
    private static final String LEFT_OUT = "?";

    private final String key;
    private final Object value;

    private Field(String key, Object value) {
        this.key = key;
        this.value = value;
    }

    /** Whose conversation. */
    public static Field session(SessionId id) {
        return new Field("session", id.value());
    }

    /** Which turn of it; 0 is the bot's opening. */
    public static Field turn(long turn) {
        return new Field("turn", turn);
    }

    /** Number of an input or output in its session. */
    public static Field sequence(long sequence) {
        return new Field("sequence", sequence);
    }

    /** Which bot. Only of bots that exist: a name that a client asked for in vain is the client's text. */
    public static Field bot(BotName bot) {
        return new Field("bot", bot.value());
    }

    /** Which version of a bot, or of Sotto. */
    public static Field version(String version) {
        return new Field("version", named(version));
    }

    /** Under which name a version of a bot is served. */
    public static Field alias(String alias) {
        return new Field("alias", named(alias));
    }

    /** In which of a bot's locales. */
    public static Field locale(Locale locale) {
        return new Field("locale", named(locale.toLanguageTag()));
    }

    /** An intent of the bot's definition. */
    public static Field intent(IntentName intent) {
        return new Field("intent", intent.value());
    }

    /** How sure the understanding was, 0 to 1; three digits are kept. */
    public static Field confidence(double confidence) {
        return new Field("confidence", Math.round(confidence * 1000) / 1000.0);
    }

    /** How long it took, in milliseconds. */
    public static Field ms(long milliseconds) {
        return new Field("ms", milliseconds);
    }

    /** How long it took; logged in milliseconds. */
    public static Field took(Duration duration) {
        return ms(duration.toMillis());
    }

    /** How long until something happens or since it did, in seconds. */
    public static Field seconds(long seconds) {
        return new Field("seconds", seconds);
    }

    /** How many. */
    public static Field count(long count) {
        return new Field("count", count);
    }

    /** How many at most. */
    public static Field limit(long limit) {
        return new Field("limit", limit);
    }

    /** How many bytes. */
    public static Field bytes(long bytes) {
        return new Field("bytes", bytes);
    }

    /** Which attempt, from 1. */
    public static Field attempt(int attempt) {
        return new Field("attempt", (long) attempt);
    }

    /** A stable dotted code of ours: {@code token.invalid}. */
    public static Field code(String code) {
        return new Field("code", CODE.matcher(code).matches() ? code : LEFT_OUT);
    }

    /** An HTTP status or a WebSocket close code. */
    public static Field status(int status) {
        return new Field("status", (long) status);
    }

    /** How it went, by a word of the program's. */
    public static Field outcome(Enum<?> outcome) {
        return new Field("outcome", word(outcome));
    }

    /** Why, by a word of the program's. */
    public static Field reason(Enum<?> reason) {
        return new Field("reason", word(reason));
    }

    /** Which state something is in now, by a word of the program's. */
    public static Field state(Enum<?> state) {
        return new Field("state", word(state));
    }

    /** Which bound was hit, by its configuration key: {@code limits.sessions}. */
    public static Field bound(String key) {
        return new Field("bound", named(key));
    }

    /** Which call to a hook. */
    public static Field hook(HookId hook) {
        return new Field("hook", hook.toString());
    }

    /** Which host a hook or listener is on, as the operator configured it. Without user, path and query. */
    public static Field host(URI configured) {
        String host = configured.getHost();
        return host(host == null ? LEFT_OUT : host);
    }

    /** Which host, as the operator configured it. */
    public static Field host(String configured) {
        return new Field("host", named(configured));
    }

    /** The operator's own name for an API key, never the key. */
    public static Field keyId(String id) {
        return new Field("key_id", named(id));
    }

    /** Who, as a pseudonym of {@code dev.sotto.audit}: sixteen hexadecimal digits; anything else is left out. */
    public static Field principal(String pseudonym) {
        return new Field("principal", PSEUDONYM.matcher(pseudonym).matches() ? pseudonym : LEFT_OUT);
    }

    /** The name of an understanding engine. */
    public static Field engine(String engine) {
        return new Field("engine", named(engine));
    }

    /** The number of a port. */
    public static Field port(int port) {
        return new Field("port", (long) port);
    }

    /** A file of the operator's. Never of something that came from a client. */
    public static Field file(Path file) {
        return new Field("file", file.toString());
    }

    /** A place in a file of the operator's. */
    public static Field position(Position position) {
        return new Field("position", position.toString());
    }

    /** A problem in a file of the operator's: its place and code. What stands there is left out. */
    public static Field problem(Problem problem) {
        return new Field("problem", problem.position() + " " + problem.code());
    }

    String key() {
        return key;
    }

    /** A string, a long or a double. */
    Object value() {
        return value;
    }

    @Override
    public String toString() {
        return key + "=" + value;
    }

    private static String named(String text) {
        return NAME.matcher(text).matches() ? text : LEFT_OUT;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
