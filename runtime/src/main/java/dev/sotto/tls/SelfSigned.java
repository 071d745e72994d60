package dev.sotto.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Makes a certificate for this machine alone, signed with its own key (X.509 version 3, RFC 5280). */
final class SelfSigned {

    /** How long it is valid. */
    static final Duration LIFE = Duration.ofDays(365);

    /** Clocks differ a little, and nobody should be turned away for it. */
    private static final Duration LEEWAY = Duration.ofHours(1);

    private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String ORGANISATION = "2.5.4.10";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";

    private static final int VERSION_3 = 2;
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final int SERIAL_BITS = 127;
    private static final byte[] DIGITAL_SIGNATURE = {(byte) 0x80};
    private static final byte[] V4_LOOPBACK = {127, 0, 0, 1};
    private static final byte[] V6_LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    private SelfSigned() {}

    /** Returns a new pair for localhost, 127.0.0.1 and ::1, valid from now on. Some milliseconds of work. */
    static ServerIdentity forThisMachine(Instant now) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        byte[] body = body(pair.getPublic().getEncoded(), now);
        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(pair.getPrivate());
        signer.update(body);
        byte[] whole = Der.sequence(body, algorithm(), Der.bits(0, signer.sign()));
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
        return new ServerIdentity(List.of(certificate), pair.getPrivate());
    }

    private static byte[] body(byte[] publicKey, Instant now) {
        byte[] name = Der.sequence(attribute(ORGANISATION, "Sotto development"), attribute(COMMON_NAME, "localhost"));
        return Der.sequence(
                Der.tagged(0, Der.integer(VERSION_3)),
                Der.integer(new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 1)),
                algorithm(),
                name,
                Der.sequence(Der.time(now.minus(LEEWAY)), Der.time(now.plus(LIFE))),
                name,
                publicKey,
                Der.tagged(3, extensions()));
    }

    private static byte[] extensions() {
        return Der.sequence(
                critical(BASIC_CONSTRAINTS, Der.sequence()),
                critical(KEY_USAGE, Der.bits(7, DIGITAL_SIGNATURE)),
                extension(EXTENDED_KEY_USAGE, Der.sequence(Der.objectIdentifier(SERVER_AUTHENTICATION))),
                extension(
                        ALTERNATIVE_NAMES,
                        Der.sequence(
                                Der.taggedBytes(DNS_NAME, "localhost".getBytes(StandardCharsets.US_ASCII)),
                                Der.taggedBytes(IP_ADDRESS, V4_LOOPBACK),
                                Der.taggedBytes(IP_ADDRESS, V6_LOOPBACK))));
    }

    private static byte[] algorithm() {
        return Der.sequence(Der.objectIdentifier(ECDSA_WITH_SHA256));
    }

    private static byte[] attribute(String type, String value) {
        return Der.set(Der.sequence(Der.objectIdentifier(type), Der.text(value)));
    }

    private static byte[] critical(String type, byte[] value) {
        return Der.sequence(Der.objectIdentifier(type), Der.truth(), Der.octets(value));
    }

    private static byte[] extension(String type, byte[] value) {
        return Der.sequence(Der.objectIdentifier(type), Der.octets(value));
    }
}
