package dev.sotto.dialogue;

import dev.sotto.bot.Card;
import dev.sotto.bot.Ssml;
import dev.sotto.lex.LexCard;
import dev.sotto.lex.LexContentType;
import dev.sotto.lex.LexMessage;
import dev.sotto.sensitive.DataClass;
import dev.sotto.sensitive.Saying;
import dev.sotto.turn.Output;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A message of a hook, with the secrets of the intent under way hidden in it; personal at least, for nobody declares it.
 */
record HookMessage(LexContentType type, Saying content, Optional<LexCard> card) {

    static List<HookMessage> of(Draft draft, List<LexMessage> messages) {
        return messages.stream()
                .map(message -> new HookMessage(message.type(), message.content(), message.card()).guarded(draft))
                .toList();
    }

    /** Hides what has become a secret since. */
    HookMessage guarded(Draft draft) {
        Render render = new Render(draft.bot, draft.active(), draft.attributes);
        return new HookMessage(
                type,
                render.foreign(content).text(),
                card.map(shown -> new LexCard(
                        render.foreign(shown.title()).text(),
                        shown.subtitle().map(text -> render.foreign(text).text()),
                        shown.imageUrl(),
                        shown.buttons())));
    }

    boolean isSpoken() {
        return type == LexContentType.PLAIN_TEXT || type == LexContentType.SSML;
    }

    /** Returns the message as something to be said aloud; what cannot be is read out by its title. */
    Rendered words() {
        if (type == LexContentType.SSML) {
            return new Rendered(new Saying(Ssml.plain(content.reveal())), DataClass.PERSONAL, Optional.of(content));
        }
        return new Rendered(card.map(LexCard::title).orElse(content), DataClass.PERSONAL);
    }

    Output output() {
        if (card.isPresent()) {
            LexCard shown = card.get();
            return new Output.Card(
                    shown.title(),
                    shown.subtitle(),
                    shown.imageUrl().map(URI::create),
                    shown.buttons().stream()
                            .map(button -> new Card.Button(button.text(), button.value()))
                            .toList(),
                    DataClass.PERSONAL);
        }
        if (type == LexContentType.CUSTOM_PAYLOAD) {
            return new Output.Payload(content, DataClass.PERSONAL);
        }
        Rendered words = words();
        return new Output.Say(words.text(), words.dataClass(), words.ssml());
    }
}
