package dev.sotto.server;

import dev.sotto.config.ServerConfig;
import dev.sotto.metrics.Metrics;
import dev.sotto.time.Timers;
import dev.sotto.tls.Certificates;
import dev.sotto.tls.NettyTls;
import dev.sotto.yaml.Problems;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What carries the traffic: event loops, the clock on them, the certificate. */
record Network(Vertx vertx, Timers timers, Certificates certificates) {

    /**
     * Sets it up. Blocking.
     *
     * @throws NotStartedException if there is no certificate fit to be served
     */
    static Network start(ServerConfig config, Function<Vertx, Timers> clock, Metrics metrics) {
        NettyTls.prepare();
        Vertx vertx = EventLoopThreads.start();
        Timers timers = clock.apply(vertx);
        Problems problems = new Problems();
        return Certificates.load(config.listen().tls(), config.storage().directory(), timers, metrics, problems)
                .map(certificates -> new Network(vertx, timers, certificates))
                .orElseThrow(() -> notStarted(vertx, problems));
    }

    private static NotStartedException notStarted(Vertx vertx, Problems problems) {
        vertx.close().onComplete(closed -> {});
        return new NotStartedException(problems.sorted());
    }

    /** Sees to it that all listeners serve the certificate as it is on disk. */
    void keepCertificates(List<HttpServer> people, HttpServer management) {
        List<HttpServer> all = new ArrayList<>(people);
        all.add(management);
        certificates.keepUpToDate(vertx, all);
    }

    Future<Void> close() {
        certificates.close();
        return vertx.close();
    }
}
