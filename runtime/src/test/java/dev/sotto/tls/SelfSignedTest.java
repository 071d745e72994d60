package dev.sotto.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelfSignedTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final X509Certificate certificate = certificateFrom(NOW);

    @Test
    void isACertificateOfVersionThreeThatItsOwnKeyConfirms() throws Exception {
        certificate.verify(certificate.getPublicKey());

        assertThat(certificate.getVersion()).isEqualTo(3);
        assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withECDSA");
        assertThat(certificate.getSubjectX500Principal()).isEqualTo(certificate.getIssuerX500Principal());
        assertThat(certificate.getSerialNumber().bitLength()).isEqualTo(127);
    }

    @Test
    void standsForThisMachineAndForServersOnly() throws Exception {
        assertThat(certificate.getSubjectAlternativeNames())
                .extracting(name -> name.get(1).toString())
                .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getKeyUsage()).startsWith(true, false, false);
    }

    @Test
    void isValidForAYear() throws Exception {
        certificate.checkValidity(Date.from(NOW));
        certificate.checkValidity(Date.from(NOW.plus(SelfSigned.LIFE)));

        assertThatThrownBy(() -> certificate.checkValidity(Date.from(NOW.plus(SelfSigned.LIFE.plusSeconds(1)))))
                .isInstanceOf(CertificateExpiredException.class);
    }

    @Test
    void writesDatesAfter2049WithFourDigits() {
        Instant late = Instant.parse("2051-06-01T00:00:00Z");

        assertThat(certificateFrom(late).getNotAfter().toInstant()).isEqualTo(late.plus(SelfSigned.LIFE));
    }

    @Test
    void neverMakesTheSameTwice() {
        assertThat(certificateFrom(NOW).getPublicKey()).isNotEqualTo(certificate.getPublicKey());
        assertThat(certificateFrom(NOW).getSerialNumber()).isNotEqualTo(certificate.getSerialNumber());
    }

    @Test
    void encodesLengthsNumbersAndNamesAsTheRulesSay() {
        assertThat(hex(Der.octets(new byte[127]))).startsWith("047f00");
        assertThat(hex(Der.octets(new byte[128]))).startsWith("04818000");
        assertThat(hex(Der.octets(new byte[256]))).startsWith("0482010000");
        assertThat(hex(Der.integer(BigInteger.valueOf(128)))).isEqualTo("02020080");
        assertThat(hex(Der.integer(0))).isEqualTo("020100");
        assertThat(hex(Der.objectIdentifier("1.2.840.10045.4.3.2"))).isEqualTo("06082a8648ce3d040302");
        assertThat(hex(Der.sequence())).isEqualTo("3000");
        assertThat(hex(Der.tagged(3, Der.truth()))).isEqualTo("a3030101ff");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static X509Certificate certificateFrom(Instant moment) {
        try {
            ServerIdentity identity = SelfSigned.forThisMachine(moment);
            assertThat(identity.left(moment)).isEqualTo(Duration.ofDays(365));
            assertThat(identity.chain()).isEqualTo(List.of(identity.certificate()));
            return identity.certificate();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
