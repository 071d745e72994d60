package dev.sotto.bot.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a report in the XML of JUnit, which every build server can show. */
public final class JunitReport {

    private JunitReport() {}

    /**
     * Writes a report to a file, in place of what was there.
     *
     * @param suite the name of the bot
     */
    public static void write(Path file, String suite, TestReport report) throws IOException {
        Files.writeString(file, xml(suite, report));
    }

    private static String xml(String suite, TestReport report) throws IOException {
        Markup xml = Markup.xml();
        xml.open(
                "testsuite",
                "name",
                suite,
                "tests",
                String.valueOf(report.results().size()),
                "failures",
                String.valueOf(report.failed()));
        for (TestReport.Result result : report.results()) {
            testCase(xml, suite, result);
        }
        return xml.end();
    }

    private static void testCase(Markup xml, String suite, TestReport.Result result) throws IOException {
        xml.open(
                "testcase",
                "classname",
                suite,
                "name",
                result.test().name(),
                "file",
                result.test().position().file(),
                "line",
                String.valueOf(result.test().position().line()));
        for (TestFailure failure : result.failures()) {
            String message = "expected " + failure.expected() + ", got " + failure.got();
            xml.leaf("failure", failure.describe(), "message", message);
        }
        xml.close();
    }
}
