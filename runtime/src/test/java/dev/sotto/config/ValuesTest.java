package dev.sotto.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource({"512B,512", "16KiB,16384", "2MiB,2097152", "1GiB,1073741824", "0B,0"})
    void readsAndWritesSizes(String text, long bytes) {
        assertThat(ByteSize.parse(text)).contains(new ByteSize(bytes));
        assertThat(new ByteSize(bytes)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"16", "16KB", "-1B", "1.5MiB", "KiB", "9999999999B"})
    void refusesSizesWithoutAUnitOrOutOfBounds(String text) {
        assertThat(ByteSize.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "8443,127.0.0.1:8443,true",
        "LOCALHOST:0,localhost:0,true",
        "0.0.0.0:443,0.0.0.0:443,false",
        "[::1]:9443,[::1]:9443,true",
        "[::]:9443,[::]:9443,false",
        "127.9.9.9:1,127.9.9.9:1,true",
        "127.example:1,127.example:1,false"
    })
    void readsAddressesToListenOn(String text, String written, boolean loopback) {
        assertThat(ListenAddress.parse(text).orElseThrow()).hasToString(written);
        assertThat(ListenAddress.parse(text).orElseThrow().isLoopback()).isEqualTo(loopback);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "65536", "host", "::1:80", "https://host:1", "a b:1", "host:"})
    void refusesWhatIsNoAddressToListenOn(String text) {
        assertThat(ListenAddress.parse(text)).isEmpty();
    }

    @Test
    void knowsWhatLiesInARangeOfAddresses() {
        AddressRange range = AddressRange.parse("10.1.0.0/15").orElseThrow();

        assertThat(range.contains(address("10.0.255.1"))).isTrue();
        assertThat(range.contains(address("10.2.0.0"))).isFalse();
        assertThat(range.contains(address("::1"))).isFalse();
        assertThat(AddressRange.parse("fd00::/8").orElseThrow().contains(address("fdff::1")))
                .isTrue();
        assertThat(AddressRange.parse("127.0.0.1").orElseThrow()).hasToString("127.0.0.1/32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.1/8", "host.example", "fe", "10.0.0.0/", "::/129", "1.2.3.999"})
    void refusesWhatIsNoRangeOfAddresses(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }

    @Test
    void readsHostsOfHooks() {
        assertThat(HookHost.parse("Hooks.Example")).contains(new HookHost("hooks.example", 443));
        assertThat(HookHost.parse("10.0.0.1:8443")).contains(new HookHost("10.0.0.1", 8443));
        assertThat(HookHost.parse("*.example")).isEmpty();
        assertThat(HookHost.parse("https://hooks.example")).isEmpty();
        assertThat(HookHost.parse("host:0")).isEmpty();
    }

    private static InetAddress address(String text) {
        return AddressRange.parse(text).orElseThrow().network();
    }
}
