package dev.sotto.tls;

import dev.sotto.config.ServerConfig;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.metrics.Metrics;
import dev.sotto.time.Timers;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The certificate that the listeners serve, kept up to date while they run: the files are looked at every few seconds,
 * and what changed is served to whoever connects from then on, while open connections keep what they have. A new pair
 * that cannot be served is told of, and the old one stays. After {@link #keepUpToDate} confined to the event loop that
 * called it, except for the gauge.
 */
public final class Certificates {

    /** How often the files are looked at. */
    static final Duration EVERY = Duration.ofSeconds(10);

    private static final EventLog LOG = EventLog.of(Component.TLS);
    private static final List<Duration> WARNINGS = List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));

    private final IdentitySource source;
    private final Timers timers;
    private final List<HttpServer> servers = new ArrayList<>();
    private volatile ServerIdentity current;
    private Object stamp;
    private Duration warnedAt = Duration.ofDays(Integer.MAX_VALUE);
    private Optional<Timers.Alarm> next = Optional.empty();

    private Certificates(IdentitySource source, ServerIdentity current, Object stamp, Timers timers) {
        this.source = source;
        this.current = current;
        this.stamp = stamp;
        this.timers = timers;
    }

    /**
     * Reads the configured certificate, or makes the development one. Blocking.
     *
     * @param state where the development certificate is kept
     * @return nothing, and at least one problem more, if there is none fit to be served
     */
    public static Optional<Certificates> load(
            ServerConfig.Tls tls, Path state, Timers timers, Metrics metrics, Problems problems) {
        IdentitySource source = tls instanceof ServerConfig.Tls.Files files
                ? new FilesSource(files.certificate(), files.key())
                : new DevelopmentSource(state);
        Instant now = timers.now();
        Object stamp = source.stamp();
        Optional<Certificates> loaded =
                source.load(now, problems).map(first -> new Certificates(source, first, stamp, timers));
        loaded.ifPresent(certificates -> metrics.certificateExpiry(
                () -> certificates.current.left(timers.now()).toSeconds()));
        return loaded;
    }

    /** Returns where the development certificate is, which a client on this machine can be told to trust. */
    public static Path developmentFile(Path state) {
        return state.resolve(DevelopmentSource.NAME);
    }

    /** Returns whether a certificate is the one that is served now. Safe for any thread. */
    public boolean isServed(X509Certificate certificate) {
        return current.certificate().equals(certificate);
    }

    /** Adds certificate, protocols and ciphers to a listener's options. */
    public HttpServerOptions secure(HttpServerOptions options) {
        return TlsPolicy.apply(current, options);
    }

    /** Begins to look after the certificate of these listeners, which were started with {@link #secure}. */
    public void keepUpToDate(Vertx vertx, List<HttpServer> listeners) {
        servers.addAll(listeners);
        warnIfExpiring();
        lookAgainLater(vertx);
    }

    /** Stops looking after it. */
    public void close() {
        next.ifPresent(Timers.Alarm::cancel);
        next = Optional.empty();
        servers.clear();
    }

    private void lookAgainLater(Vertx vertx) {
        next = Optional.of(timers.after(
                EVERY,
                () -> look(vertx).onComplete(done -> {
                    if (next.isPresent()) {
                        lookAgainLater(vertx);
                    }
                })));
    }

    /** Never fails. */
    Future<Void> look(Vertx vertx) {
        Instant now = timers.now();
        Object before = stamp;
        Future<Found> found = vertx.executeBlocking(() -> find(before, now), false);
        return found.compose(this::serve)
                .otherwise(failure -> {
                    LOG.fault(Event.CERTIFICATE_REFUSED, failure, Field.file(source.file()));
                    return null;
                })
                .onComplete(done -> warnIfExpiring());
    }

    /** Reads files; on a worker. */
    private Found find(Object before, Instant now) {
        Object after = source.stamp();
        Problems problems = new Problems();
        Optional<ServerIdentity> identity =
                after.equals(before) && !isRenewable(now) ? Optional.empty() : source.load(now, problems);
        return new Found(source.stamp().equals(after) ? after : before, identity, problems.sorted());
    }

    private boolean isRenewable(Instant now) {
        return source instanceof DevelopmentSource && current.left(now).compareTo(DevelopmentSource.RENEWAL) <= 0;
    }

    private Future<Void> serve(Found found) {
        stamp = found.stamp();
        for (Problem problem : found.problems()) {
            LOG.error(Event.CERTIFICATE_REFUSED, Field.problem(problem));
        }
        if (found.identity().isEmpty() || found.identity().get().chain().equals(current.chain())) {
            return Future.succeededFuture();
        }
        ServerIdentity fresh = found.identity().get();
        ServerSSLOptions options = TlsPolicy.options(fresh);
        List<Future<Boolean>> updates =
                servers.stream().map(server -> server.updateSSLOptions(options)).toList();
        return Future.all(updates).map(all -> {
            current = fresh;
            warnedAt = Duration.ofDays(Integer.MAX_VALUE);
            LOG.info(Event.CERTIFICATE_RELOADED, Field.file(source.file()), Field.seconds(secondsLeft()));
            return null;
        });
    }

    /** Tells once for each threshold that is crossed. */
    private void warnIfExpiring() {
        Duration left = current.left(timers.now());
        for (Duration threshold : WARNINGS) {
            if (left.compareTo(threshold) <= 0) {
                if (threshold.compareTo(warnedAt) < 0) {
                    warnedAt = threshold;
                    LOG.warn(Event.CERTIFICATE_EXPIRING, Field.file(source.file()), Field.seconds(secondsLeft()));
                }
                return;
            }
        }
    }

    private long secondsLeft() {
        return current.left(timers.now()).toSeconds();
    }

    private record Found(Object stamp, Optional<ServerIdentity> identity, List<Problem> problems) {}
}
