package dev.sotto.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("looks at properties of the whole process")
class NettyTlsTest {

    @Test
    void leavesTheAuthoritiesOfTheMachineToThoseWhoNeedThem() throws GeneralSecurityException {
        String before = System.getProperty("javax.net.ssl.trustStore");
        String form = KeyStore.getDefaultType();

        NettyTls.prepare();

        assertThat(System.getProperty("javax.net.ssl.trustStore")).isEqualTo(before);
        assertThat(KeyStore.getDefaultType()).isEqualTo(form);
        TrustManagerFactory usual = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        usual.init((KeyStore) null);
        assertThat(usual.getTrustManagers())
                .singleElement()
                .satisfies(trust -> assertThat(Arrays.asList(((X509TrustManager) trust).getAcceptedIssuers()))
                        .isNotEmpty());
    }
}
