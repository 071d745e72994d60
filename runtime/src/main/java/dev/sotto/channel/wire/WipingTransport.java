package dev.sotto.channel.wire;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelOption;
import io.vertx.core.impl.transports.NioTransport;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Java's own sockets, as Vert.x uses them anyway, with {@link WipingAllocator} in place of pooled buffers for every
 * connection in and out. Native transports would unpack a library into a temporary file. Safe for any thread.
 */
public final class WipingTransport implements Transport {

    @Override
    public String name() {
        return "nio";
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public @Nullable Throwable unavailabilityCause() {
        return null;
    }

    @Override
    public io.vertx.core.spi.transport.Transport implementation() {
        return new Wiping();
    }

    private static final class Wiping extends NioTransport {

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            super.configure(options, domainSocket, bootstrap);
            bootstrap.childOption(ChannelOption.ALLOCATOR, WipingAllocator.INSTANCE);
        }

        @Override
        public void configure(ClientOptionsBase options, int timeout, boolean domainSocket, Bootstrap bootstrap) {
            super.configure(options, timeout, domainSocket, bootstrap);
            bootstrap.option(ChannelOption.ALLOCATOR, WipingAllocator.INSTANCE);
        }
    }
}
