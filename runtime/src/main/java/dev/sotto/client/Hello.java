package dev.sotto.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The first frame of a new session. */
record Hello(String bot, String token, String locale) {

    private static final int VERSION = 1;

    ObjectNode asJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "hello")
                .put("version", VERSION)
                .put("bot", bot)
                .put("token", token)
                .put("locale", locale);
    }
}
