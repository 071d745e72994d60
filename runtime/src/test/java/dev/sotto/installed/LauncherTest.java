package dev.sotto.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

        Launch launch = Launch.of(Launch.root(), Launch.root().resolve("sotto"), Map.of("PATH", path), "check", "bank");

        assertThat(launch.err()).isEmpty();
        assertThat(launch.out()).containsExactly("bots/bank: no problems");
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

    /** Calls a copy of the launcher that has nothing built around it. */
    private Launch unbuilt(Map<String, String> environment) throws IOException, InterruptedException {
        Path launcher = Files.copy(Launch.root().resolve("sotto"), temp.resolve("sotto"));
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
