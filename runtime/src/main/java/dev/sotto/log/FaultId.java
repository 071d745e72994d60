package dev.sotto.log;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The number of one fault: all that a client is told about it, and what an operator looks for in the log. Not a secret.
 *
 * @param value sixteen hexadecimal digits
 */
public record FaultId(String value) {

    static FaultId next() {
        return new FaultId(
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
    }

    @Override
    public String toString() {
        return value;
    }
}
