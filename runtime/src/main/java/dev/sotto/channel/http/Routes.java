package dev.sotto.channel.http;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The paths below {@code /v1/} and what they lead to. Immutable. */
final class Routes {

    private static final Pattern OF_A_SESSION = Pattern.compile("/v1/sessions/(?<id>[^/]{1,64})(?<rest>/turns)?");

    private final Map<String, Route> byTemplate;

    /** @param byTemplate the routes by path, with {@code {id}} in place of a session's id */
    Routes(Map<String, Route> byTemplate) {
        this.byTemplate = Map.copyOf(byTemplate);
    }

    /** Returns where a path leads, if anywhere. */
    Optional<Match> find(String path) {
        Route plain = byTemplate.get(path);
        if (plain != null) {
            return Optional.of(new Match(plain, ""));
        }
        Matcher ofSession = OF_A_SESSION.matcher(path);
        if (!ofSession.matches()) {
            return Optional.empty();
        }
        String template = "/v1/sessions/{id}" + (ofSession.group("rest") == null ? "" : "/turns");
        return Optional.ofNullable(byTemplate.get(template)).map(route -> new Match(route, ofSession.group("id")));
    }

    /** A route, and the id in the path. */
    record Match(Route route, String id) {}
}
