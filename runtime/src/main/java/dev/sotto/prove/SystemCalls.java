package dev.sotto.prove;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code strace} prints about calls that go to somebody or open a file. */
final class SystemCalls {

    private static final Pattern PORT = Pattern.compile("sin6?_port=htons\\((\\d+)\\)");
    private static final Pattern ADDRESS =
            Pattern.compile("inet_addr\\(\"([^\"]+)\"\\)|inet_pton\\(AF_INET6, \"([^\"]+)\"");
    private static final Pattern LOOPBACK = Pattern.compile("127\\..*|::1|::ffff:127\\..*|0\\.0\\.0\\.0|::");
    private static final Pattern OPENED =
            Pattern.compile("(?:open|openat|creat)\\((?:[^\",]+, )?\"([^\"]+)\", (?:[^)]*O_(?:WRONLY|RDWR|CREAT)|0)");

    private SystemCalls() {}

    /** Returns whom a line's call goes to, such as {@code call 192.0.2.1 443}, unless that is this machine. */
    static Optional<String> destination(String line) {
        Matcher address = ADDRESS.matcher(line);
        Matcher port = PORT.matcher(line);
        if (!address.find() || !port.find()) {
            return Optional.empty();
        }
        String host = Optional.ofNullable(address.group(1)).orElse(address.group(2));
        return LOOPBACK.matcher(host).matches() ? Optional.empty() : Optional.of("call " + host + " " + port.group(1));
    }

    /** Returns the file that a line's call opens to write, whether or not the call succeeded. */
    static Optional<String> written(String line) {
        Matcher opened = OPENED.matcher(line);
        return opened.find() ? Optional.of(opened.group(1)) : Optional.empty();
    }
}
