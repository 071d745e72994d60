package dev.sotto.channel.audiosocket;

import dev.sotto.channel.Census;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.refusal.RefusalCode;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Executor;

/** Turns connections into calls. Safe for any thread. */
public final class AudioSockets {

    private static final EventLog LOG = EventLog.of(Component.CHANNEL);

    private final CallDoor door;
    private final Census census;

    public AudioSockets(CallDoor door, Census census) {
        this.door = door;
        this.census = census;
    }

    /** Takes a new connection, on its event loop. */
    public void accept(NetSocket socket) {
        Census.Place place = census.enter();
        if (!place.isGranted() || !isTrusted(socket.remoteAddress().hostAddress())) {
            LOG.info(
                    Event.CONNECTION_REFUSED,
                    Field.code(
                            place.isGranted() ? RefusalCode.ORIGIN_REFUSED.code() : RefusalCode.BUSY_SOCKETS.code()));
            place.leave();
            socket.close().onComplete(closed -> {});
            return;
        }
        ContextInternal context = (ContextInternal) Vertx.currentContext();
        Executor loop = task -> context.emit(task, Runnable::run);
        NetSocketInternal raw = (NetSocketInternal) socket;
        ChannelHandlerContext channel = raw.channelHandlerContext();
        channel.pipeline().addBefore(channel.name(), "audiosocket", new MessageDecoder());
        raw.setWriteQueueMaxSize(door.limits().writeQueue());
        Call call = new Call(door, loop, place, new OverTcp(raw, channel));
        raw.messageHandler(message -> call.take((Message) message));
        raw.closeHandler(closed -> {
            call.ended();
            place.leave();
        });
        raw.exceptionHandler(fault -> call.gone());
    }

    private boolean isTrusted(String address) {
        try {
            InetAddress from = InetAddress.getByName(address);
            return from.isLoopbackAddress() || door.trusted().stream().anyMatch(range -> range.contains(from));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private record OverTcp(NetSocketInternal socket, ChannelHandlerContext channel) implements Call.Wire {

        // A write that fails ends the connection, and that is noticed elsewhere.
        @SuppressWarnings("FutureReturnValueIgnored")
        @Override
        public void send(ByteBuf message) {
            if (channel.channel().isActive()) {
                channel.writeAndFlush(message);
            } else {
                message.release();
            }
        }

        @Override
        public boolean isFull() {
            return !channel.channel().isWritable();
        }

        @Override
        public void close() {
            socket.close().onComplete(closed -> {});
        }

        @SuppressWarnings("FutureReturnValueIgnored")
        @Override
        public void cut() {
            channel.close();
        }

        @Override
        public void hold() {
            socket.pause();
        }

        @Override
        public void readOn() {
            socket.resume();
        }
    }
}
