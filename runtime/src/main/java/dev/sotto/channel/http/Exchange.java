package dev.sotto.channel.http;

import dev.sotto.channel.frame.ServerFrames;
import dev.sotto.channel.wire.Buffers;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.refusal.Refusal;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.sensitive.Secret;
import dev.sotto.time.Timers;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Optional;

/** One request and its answer. Confined to the connection's event loop. */
final class Exchange {

    private static final EventLog LOG = EventLog.of(Component.CHANNEL);
    private static final String BEARER = "Bearer ";
    private static final int NOT_MODIFIED = 304;

    /** How long a client may go on sending a body that was refused, so that it gets to read why. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Visits visits;
    private final Timers timers;

    Exchange(HttpServerRequest request, Visits visits, Timers timers) {
        this.request = request;
        this.response = request.response();
        this.visits = visits;
        this.timers = timers;
    }

    HttpServerRequest request() {
        return request;
    }

    HttpServerResponse response() {
        return response;
    }

    /** Returns the key that was sent along, if there is one. */
    Optional<Secret> bearer() {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.empty()
                : Optional.of(new Secret(header.substring(BEARER.length()).strip()));
    }

    /** Lets pages of the origin that asks read the answer; it has been admitted. */
    void share() {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeaders.RETRY_AFTER);
        }
        response.putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }

    /** Answers with a part of the page. */
    void show(StaticPages.Page page) {
        SecurityHeaders.ofPage(response);
        response.putHeader(HttpHeaders.ETAG, page.tag());
        prepareToSend();
        Future<Void> sent;
        if (page.tag().equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            sent = response.setStatusCode(NOT_MODIFIED).end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, page.type())
                    .putHeader(
                            HttpHeaders.CONTENT_LENGTH,
                            Integer.toString(page.content().length()));
            sent = request.method().equals(HttpMethod.HEAD) ? response.end() : response.end(page.content());
        }
        sent.onFailure(gone -> LOG.debug(Event.CONNECTION_CLOSED));
    }

    /** Answers as an endpoint wants it. */
    void answer(Answer answer) {
        SecurityHeaders.ofApi(response);
        response.setStatusCode(answer.status());
        if (answer.status() != Answer.NO_CONTENT) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        }
        prepareToSend();
        response.end(answer.body()).onComplete(sent -> Buffers.wipe(answer.body()));
    }

    /** Tells a browser what pages may ask here (the Fetch standard, 3.2). */
    void permit(String methods) {
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, methods)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "authorization, content-type")
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600")
                .putHeader(HttpHeaders.ALLOW, methods);
        answer(Answer.done());
    }

    /** Closes the connection once the answer is out. */
    void closeAfterwards() {
        timers.after(FAREWELL, () -> Closing.now(request.connection()));
    }

    /** Answers with a refusal. */
    void refuse(Refusal refusal) {
        LOG.debug(Event.REQUEST_REFUSED, Field.code(refusal.code().code()));
        if (refusal instanceof Refusal.Later later) {
            response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(later.retryAfterSeconds()));
        }
        if (refusal.code() == RefusalCode.KEY_INVALID) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        int status = refusal.code().httpStatus().orElse(400);
        answer(Answer.of(status, ServerFrames.refusalBody(refusal)));
    }

    /** Returns whether there is a body of which a part has not come yet. */
    private boolean isStillComing() {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean hasBody =
                request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !length.equals("0"));
        return hasBody && !request.isEnded();
    }

    /** To be called just before the end of the answer: the next request may be taken within that. */
    private void prepareToSend() {
        if (isStillComing()) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            closeAfterwards();
        }
        visits.answered(request.connection());
    }
}
