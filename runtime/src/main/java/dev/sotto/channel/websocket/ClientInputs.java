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
    static void pass(ClientFrame frame, Attachment session, SocketVoice voice) {
        if (frame instanceof ClientFrame.Text text) {
            voice.keyed();
            session.submit(text.seq(), new Input.Said(Heard.typed(text.text())));
        } else if (frame instanceof ClientFrame.Dtmf keys) {
            voice.keyed();
            session.submit(keys.seq(), new Input.Pressed(keys.digits()));
        } else if (frame instanceof ClientFrame.Microphone microphone) {
            voice.microphone(microphone.state());
        } else if (frame instanceof ClientFrame.Played played) {
            voice.played(played.mark());
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
