package dev.sotto.lex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sotto.lex.MalformedAnswerException.Flaw;
import dev.sotto.sensitive.Saying;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the messages of a hook's answer (Lex V2 developer guide, Lambda response). */
final class LexMessageReader {

    private LexMessageReader() {}

    static List<LexMessage> read(JsonNode messages) {
        LexAnswerReader.require(messages.isArray(), Flaw.MESSAGES);
        List<LexMessage> read = new ArrayList<>();
        messages.forEach(message -> read.add(message(message)));
        return read;
    }

    private static LexMessage message(JsonNode message) {
        LexAnswerReader.require(message.isObject(), Flaw.MESSAGES);
        LexContentType type = LexAnswerReader.named(
                LexContentType.values(),
                LexContentType::lexName,
                LexAnswerReader.member(message, "contentType"),
                Flaw.MESSAGE_TYPE);
        if (type != LexContentType.IMAGE_RESPONSE_CARD) {
            String content = words(LexAnswerReader.member(message, "content"));
            return new LexMessage(type, new Saying(content), Optional.empty());
        }
        JsonNode card = LexAnswerReader.member(message, "imageResponseCard");
        LexAnswerReader.require(card.isObject(), Flaw.MESSAGES);
        return new LexMessage(type, new Saying(""), Optional.of(card(card)));
    }

    private static LexCard card(JsonNode card) {
        List<LexCard.Button> buttons = new ArrayList<>();
        LexAnswerReader.optional(card, "buttons").ifPresent(all -> {
            LexAnswerReader.require(all.isArray(), Flaw.MESSAGES);
            all.forEach(button -> buttons.add(new LexCard.Button(
                    words(LexAnswerReader.member(button, "text")), words(LexAnswerReader.member(button, "value")))));
        });
        return new LexCard(
                new Saying(words(LexAnswerReader.member(card, "title"))),
                LexAnswerReader.optional(card, "subtitle").map(text -> new Saying(words(text))),
                LexAnswerReader.optional(card, "imageUrl").map(url -> words(url)),
                buttons);
    }

    private static String words(JsonNode node) {
        return LexAnswerReader.text(node, Flaw.MESSAGES);
    }
}
