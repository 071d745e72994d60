package dev.sotto.channel.http;

import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Map;

/** What every answer tells a browser to be careful with (the OWASP secure headers list; MDN for each). */
final class SecurityHeaders {

    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            List.of(
                    "default-src 'none'",
                    "script-src 'self'",
                    "style-src 'self'",
                    "connect-src 'self'",
                    "img-src 'self'",
                    "base-uri 'none'",
                    "form-action 'none'",
                    "frame-ancestors 'none'",
                    "require-trusted-types-for 'script'",
                    "trusted-types 'none'"));

    private static final Map<String, String> ALWAYS = Map.of(
            "Strict-Transport-Security", "max-age=31536000",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "Cross-Origin-Resource-Policy", "same-origin");

    private static final Map<String, String> OF_PAGES = Map.of(
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Embedder-Policy", "require-corp",
            "Permissions-Policy",
                    "camera=(), geolocation=(), microphone=(self), payment=(), usb=(), interest-cohort=(), browsing-topics=()");

    private SecurityHeaders() {}

    /** For an answer of the API, which nobody keeps. */
    static void ofApi(HttpServerResponse response) {
        ALWAYS.forEach(response::putHeader);
        response.putHeader("Cache-Control", "no-store");
    }

    /** For a part of the page, which may be kept but is to be asked for again. */
    static void ofPage(HttpServerResponse response) {
        ALWAYS.forEach(response::putHeader);
        OF_PAGES.forEach(response::putHeader);
        response.putHeader("Cache-Control", "no-cache");
    }
}
