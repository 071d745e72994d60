package dev.sotto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MainTest {

    @Test
    void offersTheNearestCommandForOneThatThereIsNot() {
        CommandRun run = CommandRun.of("chekc", "bank");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.err())
                .containsExactly("sotto: unknown argument chekc; did you mean check?", "try: sotto --help");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void offersTheNearestOptionAndDoesNotRepeatItsValue() {
        CommandRun run = CommandRun.of("check", "bank", "--jsno=canary");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.err().get(0)).isEqualTo("sotto check: unknown option --jsno; did you mean --json?");
    }

    @Test
    void asksForACommandWhenThereIsNone() {
        assertThat(CommandRun.of().exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void helpsOnStandardOutput() {
        CommandRun run = CommandRun.of("--help");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .anyMatch(line -> line.contains("check"))
                .anyMatch(line -> line.startsWith("Usage: sotto"));
        assertThat(run.err()).isEmpty();
    }

    @Test
    void helpsWithEachCommand() {
        CommandRun run = CommandRun.of("check", "--help");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out().get(0)).startsWith("Usage: sotto check");
    }
}
