package dev.sotto.channel.websocket;

import dev.sotto.channel.frame.ClientFrame;
import dev.sotto.nlu.Heard;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.session.Attachment;
import dev.sotto.turn.Input;

/** Hands what a client sends to its session. */
final class ClientInputs {

    private ClientInputs() {}

    /**
     * Hands over one frame.
     *
     * @throws RefusedException if it is a greeting, for there was one already
     */
    static void pass(ClientFrame frame, Attachment session) {
        if (frame instanceof ClientFrame.Text text) {
            session.submit(text.seq(), new Input.Said(Heard.typed(text.text())));
        } else if (frame instanceof ClientFrame.Dtmf keys) {
            session.submit(keys.seq(), new Input.Pressed(keys.digits()));
        } else if (frame instanceof ClientFrame.Played played) {
            session.submit(played.seq(), new Input.Played(played.mark()));
        } else if (frame instanceof ClientFrame.Interrupted interrupted) {
            session.submit(interrupted.seq(), new Input.Interrupted(interrupted.at()));
        } else if (frame instanceof ClientFrame.End end) {
            session.submit(end.seq(), new Input.Left());
        } else if (frame instanceof ClientFrame.Unfit unfit) {
            session.decline(unfit.seq(), unfit.code());
        } else if (frame instanceof ClientFrame.Seen seen) {
            session.acknowledge(seen.upto());
        } else {
            throw new RefusedException(RefusalCode.FRAME_UNEXPECTED);
        }
    }
}
