package dev.sotto.channel.http;

import io.vertx.core.http.HttpMethod;

/** What can be done with a path. */
record Route(HttpMethod method, BodyRule body, Endpoint endpoint) {

    /** Returns a route whose requests bring JSON. */
    static Route post(Endpoint endpoint) {
        return new Route(HttpMethod.POST, BodyRule.JSON, endpoint);
    }

    /** Returns a route that only reads. */
    static Route get(Endpoint endpoint) {
        return new Route(HttpMethod.GET, BodyRule.NONE, endpoint);
    }

    /** Returns a route that ends something. */
    static Route delete(Endpoint endpoint) {
        return new Route(HttpMethod.DELETE, BodyRule.NONE, endpoint);
    }

    /** What the body has to be. */
    enum BodyRule {
        /** JSON, and said to be. */
        JSON,
        /** Nothing; what comes nevertheless is left alone. */
        NONE
    }
}
