package dev.sotto.bot.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes a report as a page for people: one file that loads nothing and runs nothing. */
public final class HtmlReport {

    private static final String STYLE = """

            :root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5 }
            body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
            table { border-collapse: collapse; margin: 1rem 0 }
            th, td { border: 1px solid; padding: .3rem .7rem; text-align: left; vertical-align: top }
            td.figure { text-align: right; white-space: nowrap }
            details { border: 1px solid; border-radius: .3rem; margin: .5rem 0; padding: .5rem 1rem }
            summary { cursor: pointer }
            .failed { border-width: 3px }
            .verdict { font-weight: bold }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem }
            dt { font-weight: bold } dd { margin: 0 }
            """;

    private HtmlReport() {}

    /**
     * Writes a report to a file, in place of what was there.
     *
     * @param bot its name
     */
    public static void write(Path file, String bot, TestReport report) throws IOException {
        Files.writeString(file, page(bot, report));
    }

    private static String page(String bot, TestReport report) throws IOException {
        String title = "Tests of " + bot;
        Markup html = Markup.html();
        html.open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width");
        html.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'");
        html.leaf("title", title).leaf("style", STYLE).close();
        html.open("body").open("main").leaf("h1", title);
        html.leaf("p", report.passed() + " passed, " + report.failed() + " failed.");
        coverage(html, report.coverage());
        html.leaf("h2", "Conversations");
        for (TestReport.Result result : report.results()) {
            result(html, result);
        }
        return html.end();
    }

    private static void coverage(Markup html, Coverage coverage) throws IOException {
        html.open("table")
                .leaf("caption", "What of the bot the tests reached")
                .open("thead")
                .open("tr");
        for (String head : List.of("Part", "Reached", "Not reached")) {
            html.leaf("th", head, "scope", "col");
        }
        html.close().close().open("tbody");
        for (Map.Entry<Coverage.Part, Coverage.Reached> part : coverage.parts().entrySet()) {
            Coverage.Reached reached = part.getValue();
            html.open("tr").leaf("th", part.getKey().word(), "scope", "row");
            html.leaf("td", reached.count() + " of " + reached.all().size(), "class", "figure");
            html.leaf("td", String.join(", ", reached.missing())).close();
        }
        html.close().close();
    }

    private static void result(Markup html, TestReport.Result result) throws IOException {
        if (result.failures().isEmpty()) {
            html.open("details").open("summary").leaf("span", "Passed", "class", "verdict");
        } else {
            html.open("details", "class", "failed", "open", "open").open("summary");
            html.leaf("span", "Failed", "class", "verdict");
        }
        html.text(": " + result.test().name()).close();
        html.leaf("p", result.test().position().toString());
        html.open("dl");
        for (TestReport.Turn turn : result.turns()) {
            html.leaf("dt", "Person").leaf("dd", turn.act().describe());
            for (String said : turn.said()) {
                html.leaf("dt", "Bot").leaf("dd", said);
            }
        }
        html.close();
        for (TestFailure failure : result.failures()) {
            html.open("p").leaf("strong", "Expected ").text(failure.expected());
            html.leaf("strong", ", got ")
                    .text(failure.got() + " (" + failure.position() + ")")
                    .close();
        }
        html.close();
    }
}
