package dev.sotto.channel.http;

import dev.sotto.access.Principal;
import dev.sotto.channel.Doorkeeper;
import dev.sotto.channel.frame.ClientFrame;
import dev.sotto.channel.frame.ClientFrames;
import dev.sotto.channel.frame.ServerFrames;
import dev.sotto.channel.frame.ShownSizes;
import dev.sotto.nlu.Heard;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.session.Opening;
import dev.sotto.session.Sessions;
import dev.sotto.turn.Input;
import io.vertx.core.Future;

/** A conversation in requests: {@code POST /v1/sessions} and what is below it. */
final class SessionEndpoints {

    private final Doorkeeper door;
    private final Sessions sessions;
    private final ShownSizes sizes;

    SessionEndpoints(Doorkeeper door, Sessions sessions, ShownSizes sizes) {
        this.door = door;
        this.sessions = sessions;
        this.sizes = sizes;
    }

    Future<Answer> open(Call call) {
        ClientFrame.Open open = ClientFrames.decodeOpening(call.body());
        Principal principal = door.byToken(call.address(), open.token(), open.bot(), call.origin());
        return sessions.openForRequests(new Opening(principal, open.bot(), open.locale(), open.client()))
                .map(opened -> Answer.created(ServerFrames.openedBody(opened.admission(), sizes, opened.outputs())));
    }

    Future<Answer> turn(Call call) {
        ClientFrame.Numbered frame = ClientFrames.decodeTurn(call.body(), sizes.text());
        return sessions.turn(call.session(), call.key(), frame.seq(), input(frame))
                .map(outputs -> Answer.ok(ServerFrames.turnBody(outputs)));
    }

    Future<Answer> end(Call call) {
        return sessions.close(call.session(), call.key()).map(closed -> Answer.done());
    }

    private static Input input(ClientFrame.Numbered frame) {
        if (frame instanceof ClientFrame.Text text) {
            return new Input.Said(Heard.typed(text.text()));
        }
        if (frame instanceof ClientFrame.Dtmf keys) {
            return new Input.Pressed(keys.digits());
        }
        if (frame instanceof ClientFrame.Unfit unfit) {
            throw new RefusedException(unfit.code());
        }
        throw new RefusedException(RefusalCode.FRAME_UNEXPECTED);
    }
}
