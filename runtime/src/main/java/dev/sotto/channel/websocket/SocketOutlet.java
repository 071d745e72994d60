package dev.sotto.channel.websocket;

import dev.sotto.channel.frame.ServerFrames;
import dev.sotto.channel.frame.ShownSizes;
import dev.sotto.refusal.CloseCode;
import dev.sotto.refusal.Refusal;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.session.Admission;
import dev.sotto.session.Outlet;
import dev.sotto.turn.EndReason;
import dev.sotto.turn.Envelope;
import dev.sotto.turn.Output;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

/**
 * Carries what a session says from its event loop to that of the connection, and writes it as frames there. One after
 * the other: the loop keeps the order.
 */
final class SocketOutlet implements Outlet {

    private final SocketConnection connection;
    private final SocketVoice voice;
    private final ShownSizes sizes;
    private final Executor loop;

    /**
     * @param loop runs a task on the connection's event loop, at once if it is called there
     */
    SocketOutlet(SocketConnection connection, SocketVoice voice, ShownSizes sizes, Executor loop) {
        this.connection = connection;
        this.voice = voice;
        this.sizes = sizes;
        this.loop = loop;
    }

    @Override
    public void admitted(Admission admission) {
        loop.execute(() -> connection.send(ServerFrames.ready(admission, sizes, voice.settle(admission))));
    }

    @Override
    public void deliver(Envelope<Output> output) {
        loop.execute(() -> {
            connection.send(ServerFrames.output(output));
            voice.deliver(output);
        });
    }

    @Override
    public void refused(Refusal refusal, OptionalLong cause) {
        loop.execute(() -> connection.refused(refusal, cause));
    }

    @Override
    public void replaced() {
        loop.execute(() -> connection.fail(RefusalCode.SESSION_REPLACED));
    }

    @Override
    public void over(EndReason reason) {
        loop.execute(() -> {
            switch (reason) {
                case COMPLETED, LEFT, TRANSFERRED -> connection.closeAfterwards(CloseCode.NORMAL);
                case DRAINED -> connection.close(CloseCode.GOING_AWAY);
                case EXPIRED -> connection.fail(RefusalCode.SESSION_EXPIRED);
                case FAILED -> connection.close(CloseCode.FAULT);
            }
        });
    }
}
