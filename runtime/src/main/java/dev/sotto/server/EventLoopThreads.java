package dev.sotto.server;

import dev.sotto.channel.wire.WipingTransport;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;

/** Makes the Vert.x that everything runs on: a few event loops, no files, no native code. */
final class EventLoopThreads {

    private static final EventLog LOG = EventLog.of(Component.SERVER);
    private static final int LEAST = 2;
    private static final int MOST = 8;
    private static final int BLOCKING_THREADS = 4;

    private EventLoopThreads() {}

    /** Returns how many event loops this machine gets: two for each processor, within bounds. */
    static int count() {
        return Math.max(LEAST, Math.min(MOST, 2 * Runtime.getRuntime().availableProcessors()));
    }

    /** Starts Vert.x. Blocking. */
    static Vertx start() {
        // Names are looked up by Java as the machine is set up to; Netty's own resolver would open sockets to name
        // servers by itself, and takes a tenth of a second to load.
        System.setProperty("vertx.disableDnsResolver", "true");
        VertxOptions options = new VertxOptions()
                .setEventLoopPoolSize(count())
                .setWorkerPoolSize(BLOCKING_THREADS)
                .setInternalBlockingPoolSize(BLOCKING_THREADS)
                .setDisableTCCL(true)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
        Vertx vertx = Vertx.builder()
                .with(options)
                .withTransport(new WipingTransport())
                .build();
        vertx.exceptionHandler(fault -> LOG.fault(Event.SERVER_FAULT, fault));
        return vertx;
    }
}
