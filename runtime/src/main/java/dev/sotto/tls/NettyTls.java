package dev.sotto.tls;

import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.JdkSslServerContext;
import java.security.Security;
import org.jspecify.annotations.Nullable;

/**
 * Sets up Netty's TLS quickly. When Netty finds out what Java can do, it has it read all authorities of this machine, and
 * encrypt and decrypt a key of its own, with a password that is stretched for as long as if it guarded something. It
 * takes half a second of every start and is thrown away. Meanwhile, therefore, there are no authorities, and keys are
 * kept in the form that stretches nothing.
 */
public final class NettyTls {

    private static final String AUTHORITIES = "javax.net.ssl.trustStore";
    private static final String NOWHERE = "NONE";
    private static final String KEY_STORES = "keystore.type";
    private static final String PLAIN = "jks";

    private NettyTls() {}

    /** Sets it up, if that was not done in this process. To be called before anything else uses TLS. */
    @SuppressWarnings("deprecation") // Not meant to be used by others than Netty; only set up here, not used.
    public static synchronized void prepare() {
        String authorities = System.getProperty(AUTHORITIES);
        String keyStores = Security.getProperty(KEY_STORES);
        System.setProperty(AUTHORITIES, NOWHERE);
        Security.setProperty(KEY_STORES, PLAIN);
        try {
            initialise(JdkSslContext.class);
            initialise(JdkSslServerContext.class);
        } finally {
            restore(AUTHORITIES, authorities);
            Security.setProperty(KEY_STORES, keyStores);
        }
    }

    private static void initialise(Class<?> type) {
        try {
            Class.forName(type.getName(), true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError("a class that is there", e);
        }
    }

    private static void restore(String property, @Nullable String value) {
        if (value == null) {
            System.clearProperty(property);
        } else {
            System.setProperty(property, value);
        }
    }
}
