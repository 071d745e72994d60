package dev.sotto.prove;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SystemCallsTest {

    @Test
    void readsWhomACallGoesTo() {
        assertThat(SystemCalls.destination(
                        "[pid 7] connect(5, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr(\"192.0.2.1\")},"
                                + " 16) = -1 EINPROGRESS"))
                .contains("call 192.0.2.1 443");
        assertThat(SystemCalls.destination(
                        "connect(5, {sa_family=AF_INET6, sin6_port=htons(53), sin6_flowinfo=htonl(0),"
                                + " inet_pton(AF_INET6, \"2001:db8::1\", &sin6_addr), sin6_scope_id=0}, 28) = 0"))
                .contains("call 2001:db8::1 53");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connect(5, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr(\"127.0.0.1\")}, 16) = 0",
                "connect(5, {sa_family=AF_UNIX, sun_path=\"/var/run/nscd/socket\"}, 110) = -1 ENOENT",
                "sendto(5, \"\"..., 80, MSG_NOSIGNAL, NULL, 0) = 80",
                "strace: Process 4711 attached"
            })
    void passesOverWhatStaysOnTheMachine(String line) {
        assertThat(SystemCalls.destination(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[pid 7] openat(AT_FDCWD, \"/tmp/some file\", O_WRONLY|O_CREAT|O_TRUNC|O_CLOEXEC, 0666) = 5",
                "openat(AT_FDCWD, \"/tmp/some file\", O_RDWR|O_CLOEXEC <unfinished ...>",
                "open(\"/tmp/some file\", O_WRONLY) = -1 EACCES (Permission denied)",
                "creat(\"/tmp/some file\", 0600) = 5"
            })
    void readsWhichFileACallOpensToWrite(String line) {
        assertThat(SystemCalls.written(line)).contains("/tmp/some file");
    }

    @Test
    void passesOverFilesThatAreOnlyRead() {
        assertThat(SystemCalls.written("openat(AT_FDCWD, \"/etc/hosts\", O_RDONLY|O_CLOEXEC) = 5"))
                .isEmpty();
    }
}
