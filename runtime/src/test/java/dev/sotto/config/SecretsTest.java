package dev.sotto.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private static final String SECRET = "quokka-marmalade-7731";
    private static final String HOSTS = "hooks: { hosts: [hooks.example], secret: '%s' }";

    @TempDir
    Path directory;

    private Loading loading;

    @BeforeEach
    void prepare() {
        loading = new Loading(directory);
    }

    @Test
    void readsASecretFromTheEnvironment() {
        loading.environment("HOOK_KEY", SECRET);

        assertThat(secretOf("env:HOOK_KEY")).isEqualTo(SECRET);
    }

    @Test
    void readsASecretFromAFileBesideTheConfiguration() throws Exception {
        write("hook.key", "rw-------", SECRET + "\n");

        assertThat(secretOf("file:hook.key")).isEqualTo(SECRET);
    }

    @Test
    void readsASecretThatSystemdProvides() throws Exception {
        write("hook-key", "r--r-----", SECRET);
        loading.environment("CREDENTIALS_DIRECTORY", directory.toString());

        assertThat(secretOf("credential:hook-key")).isEqualTo(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET, "env:", "env:" + SECRET, "file:", "credential:../" + SECRET, "vault:" + SECRET})
    void refusesWhatIsNoReferenceAndDoesNotRepeatIt(String text) {
        List<Problem> problems = loading.refuse(HOSTS.formatted(text));

        assertThat(problems).extracting(Problem::code).containsExactly("secret.literal");
        assertThat(problems.toString()).doesNotContain(SECRET);
    }

    @Test
    void refusesAnApiKeyInPlaceOfItsHashAndDoesNotRepeatIt() {
        List<Problem> problems = loading.refuse("access: { api-keys: [{ id: shop, hash: sotto_" + SECRET + " }] }");

        assertThat(problems).extracting(Problem::code).containsExactly("key.hash");
        assertThat(problems.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-r-----", "rw----r--", "rwx------"})
    void refusesAFileThatOthersMayRead(String mode) throws Exception {
        write("hook.key", mode, SECRET);

        assertThat(loading.refuse(HOSTS.formatted("file:hook.key")))
                .extracting(Problem::code)
                .containsExactly("secret.mode");
    }

    @Test
    void refusesReferencesThatLeadNowhere() throws Exception {
        Files.createDirectory(directory.resolve("folder"));
        write("empty.key", "rw-------", " \n");

        assertThat(codes("file:absent.key")).containsExactly("secret.missing");
        assertThat(codes("env:ABSENT")).containsExactly("secret.missing");
        assertThat(codes("credential:absent")).containsExactly("secret.no_credentials");
        assertThat(codes("file:folder")).containsExactly("secret.not_a_file");
        assertThat(codes("file:empty.key")).containsExactly("secret.empty");
    }

    @Test
    void refusesACertificateWithoutItsKeyAndAKeyFromTheEnvironment() throws Exception {
        assertThat(loading.refuse("listen: { tls: { certificate: a.pem } }"))
                .extracting(Problem::code)
                .containsExactly("key.missing");
        assertThat(loading.refuse("listen: { tls: { certificate: a.pem, key: env:KEY } }"))
                .extracting(Problem::code)
                .containsExactly("secret.kind");
    }

    @Test
    void explainsASecretByItsReferenceOnly() throws Exception {
        write("hook.key", "r--------", SECRET);

        Explanation explanation = loading.explain(HOSTS.formatted("file:hook.key"));

        assertThat(explanation.text()).contains("file:hook.key").doesNotContain(SECRET);
        assertThat(explanation.toString()).doesNotContain(SECRET);
    }

    private List<String> codes(String reference) {
        return loading.refuse(HOSTS.formatted(reference)).stream()
                .map(Problem::code)
                .toList();
    }

    private String secretOf(String reference) {
        return loading.load(HOSTS.formatted(reference))
                .hooks()
                .secret()
                .orElseThrow()
                .reveal();
    }

    private void write(String name, String mode, String content) throws IOException {
        Path file = Files.writeString(directory.resolve(name), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
