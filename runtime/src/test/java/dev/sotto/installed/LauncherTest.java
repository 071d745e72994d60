package dev.sotto.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LauncherTest {

    @TempDir
    private Path temp;

    @Test
    void startsNoBuildToolOnceItIsBuilt() throws IOException, InterruptedException {
        // Tools that would fail the call if the launcher touched them.
        Path tools = tools();
        for (String name : List.of("mvn", "npm", "node", "javac")) {
            script(tools.resolve(name), "exit 99");
        }
        String path = tools + ":" + System.getenv("PATH");

        Launch launch =
                Launch.of(Launch.root(), Launch.root().resolve("sotto"), Map.of("PATH", path), "check", "coffee");

        assertThat(launch.err()).isEmpty();
        assertThat(launch.out()).containsExactly("bots/coffee: no problems");
        assertThat(launch.exitCode()).isZero();
    }

    @Test
    void worksThroughASymbolicLinkFromAnotherFolder() throws IOException, InterruptedException {
        Path folder = Files.createDirectory(temp.resolve("a folder"));
        Files.createSymbolicLink(folder.resolve("direct"), Launch.root().resolve("sotto"));
        Files.createSymbolicLink(temp.resolve("link"), Path.of("a folder/direct"));

        Launch launch = Launch.of(temp, temp.resolve("link"), Map.of(), "check", "--json", "coffee");

        assertThat(launch.out()).isEmpty();
        assertThat(launch.exitCode()).isZero();
    }

    @Test
    void passesArgumentsOnAsTheyAre() throws IOException, InterruptedException {
        Launch launch = Launch.of("check", "a  bot * with \"quotes\"");

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.err().get(0)).startsWith("sotto: no bot a  bot * with \"quotes\" in bots");
    }

    @Test
    void saysAllThatABuildLacksAtOnce() throws IOException, InterruptedException {
        Path tools = tools("bash", "readlink", "find", "mkdir", "grep", "cat");

        Launch launch = unbuilt(Map.of("PATH", tools.toString(), "JAVA_HOME", ""));

        assertThat(launch.exitCode()).isEqualTo(3);
        assertThat(launch.err().get(0)).isEqualTo("sotto: building Sotto needs, and this machine lacks:");
        assertThat(launch.err().subList(1, launch.err().size()))
                .satisfiesExactly(
                        jdk -> assertThat(jdk).contains("JDK, 17 or newer").contains("openjdk-17-jdk-headless"),
                        maven -> assertThat(maven)
                                .contains("Maven, 3.8 or newer")
                                .contains("Debian: maven"),
                        node -> assertThat(node)
                                .contains("Node, 20.19 or newer")
                                .contains("nodejs"),
                        npm -> assertThat(npm).contains("npm: there is none"));
    }

    @Test
    void saysWhichToolsAreTooOld() throws IOException, InterruptedException {
        Path tools = tools("bash", "readlink", "find", "mkdir", "grep", "cat");
        script(tools.resolve("mvn"), "echo 'Apache Maven 3.6.3 (NON-CANONICAL)'");
        script(tools.resolve("node"), "echo v18.20.4");
        script(tools.resolve("npm"), "true");

        Launch launch = unbuilt(Map.of("PATH", tools.toString(), "JAVA_HOME", System.getProperty("java.home")));

        assertThat(launch.exitCode()).isEqualTo(3);
        assertThat(launch.err())
                .hasSize(3)
                .anyMatch(line -> line.contains("mvn is 3.6.3"))
                .anyMatch(line -> line.contains("node is 18.20.4"));
    }

    @Test
    void saysThatJavaIsTooOld() throws IOException, InterruptedException {
        Path home = temp.resolve("jdk-11");
        Files.createDirectories(home.resolve("bin"));
        script(home.resolve("bin/java"), "exit 99");
        script(home.resolve("bin/javac"), "exit 99");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"11.0.22\"\n");

        Launch launch = unbuilt(Map.of("JAVA_HOME", home.toString()));

        assertThat(launch.exitCode()).isEqualTo(3);
        assertThat(launch.err()).anyMatch(line -> line.contains("is 11.0.22"));
    }

    @Test
    void refusesAJavaHomeWithoutJava() throws IOException, InterruptedException {
        Launch launch =
                Launch.of(temp, Launch.root().resolve("sotto"), Map.of("JAVA_HOME", temp.toString()), "--version");

        assertThat(launch.exitCode()).isEqualTo(3);
        assertThat(launch.err()).singleElement().asString().contains("JAVA_HOME is " + temp);
    }

    @Test
    void triesQuickStartsAgainAFewTimesAndSaysSo() throws IOException, InterruptedException {
        Path java = fakeJava("exit 1");

        for (int start = 1; start <= 3; start++) {
            Launch launch = pretending(java);
            assertThat(launch.out()).containsExactly("started");
            assertThat(launch.err()).hasSize(2);
            assertThat(launch.err().get(0)).startsWith("Preparing quick starts with Java 17.0.1.");
            assertThat(launch.err().get(1)).startsWith("sotto: quick starts could not be prepared");
        }
        Launch fourth = pretending(java);

        assertThat(fourth.out()).containsExactly("started");
        assertThat(fourth.err())
                .singleElement()
                .asString()
                .contains("failed 3 times")
                .contains("to try again: rm ");
    }

    @Test
    void keepsNothingOfARehearsalThatWasKilled() throws IOException, InterruptedException {
        Launch launch = pretending(fakeJava("kill -9 $$"));

        assertThat(launch.exitCode()).isZero();
        assertThat(launch.out()).containsExactly("started");
        assertThat(temp.resolve("runtime/target/sotto/classes-17.0.1.jsa")).doesNotExist();
    }

    @Test
    void startsQuicklyOnceARehearsalWentWell() throws IOException, InterruptedException {
        Path java = fakeJava("for o; do case $o in -XX:Arch*) echo classes >\"${o#*=}\" ;; esac; done");
        // What a launcher left behind that could not prepare them.
        Files.createFile(installation().resolve("classes-17.0.1.jsa"));

        Launch first = pretending(java);
        Launch second = pretending(java);

        assertThat(first.err()).containsExactly("Preparing quick starts with Java 17.0.1.");
        assertThat(first.out()).containsExactly("started with an archive");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).containsExactly("started with an archive");
    }

    /** Makes a Java that can do nothing but tell that it was started, and do this when it is to rehearse. */
    private Path fakeJava(String rehearsal) throws IOException {
        Path home = temp.resolve("java");
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        script(
                home.resolve("bin/java"),
                "case \"$*\" in\n*ArchiveClassesAtExit*) " + rehearsal
                        + " ;;\n*SharedArchiveFile*) echo started with an archive ;;\n*) echo started ;;\nesac");
        return home;
    }

    /** Makes an empty installation that passes for built. */
    private Path installation() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("runtime/target/sotto"));
        Files.writeString(folder.resolve("stamp"), "");
        return folder;
    }

    /** Calls a copy of the launcher with nothing around it but what it takes for an installation and for Java. */
    private Launch pretending(Path java) throws IOException, InterruptedException {
        installation();
        return unbuilt(Map.of("JAVA_HOME", java.toString()));
    }

    /** Calls a copy of the launcher that has nothing built around it. */
    private Launch unbuilt(Map<String, String> environment) throws IOException, InterruptedException {
        Path launcher = temp.resolve("sotto");
        Files.copy(
                Launch.root().resolve("sotto"),
                launcher,
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        return Launch.of(temp, launcher, environment, "--version");
    }

    /** Makes a folder that has these commands of the machine and no others. */
    private Path tools(String... names) throws IOException {
        Path folder = Files.createDirectory(temp.resolve("tools"));
        for (String name : names) {
            for (String place : List.of("/usr/bin", "/bin")) {
                Path tool = Path.of(place, name);
                if (Files.exists(tool) && !Files.exists(folder.resolve(name))) {
                    Files.createSymbolicLink(folder.resolve(name), tool);
                }
            }
        }
        return folder;
    }

    private static void script(Path file, String body) throws IOException {
        Files.deleteIfExists(file);
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
