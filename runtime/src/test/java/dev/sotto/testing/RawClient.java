package dev.sotto.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A client that sends whatever a test wants over TLS, right or wrong, and reads what comes back byte by byte. Blocking;
 * gives up after ten seconds. For one thread.
 */
public final class RawClient implements AutoCloseable {

    /** The kinds of frames of RFC 6455 section 5.2. */
    public static final int CONTINUATION = 0;

    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    private static final int PATIENCE_MS = 10_000;

    private final Socket socket;
    private final OutputStream out;
    private final DataInputStream in;

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.in = new DataInputStream(socket.getInputStream());
    }

    /** Connects and shakes hands. */
    public static RawClient connect(URI server, SSLContext trust) {
        return connect(server, trust, 64 * 1024);
    }

    /**
     * Connects and shakes hands.
     *
     * @param receiveBuffer bytes that the kernel holds for a client that does not read
     */
    public static RawClient connect(URI server, SSLContext trust, int receiveBuffer) {
        try {
            Socket plain = new Socket();
            plain.setReceiveBufferSize(receiveBuffer);
            plain.setTcpNoDelay(true);
            plain.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE_MS);
            SSLSocket socket =
                    (SSLSocket) trust.getSocketFactory().createSocket(plain, server.getHost(), server.getPort(), true);
            socket.setSoTimeout(PATIENCE_MS);
            socket.startHandshake();
            return new RawClient(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects without TLS. */
    public static RawClient connectPlain(URI server) {
        try {
            Socket socket = new Socket(server.getHost(), server.getPort());
            socket.setSoTimeout(PATIENCE_MS);
            return new RawClient(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a text as it is. */
    public RawClient send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes as they are. */
    public RawClient send(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Becomes a WebSocket; returns the status, which is 101 if it is one. */
    public int upgrade(String... headers) {
        StringBuilder request = new StringBuilder("GET /v1/socket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        send(request + "\r\n");
        return response().status();
    }

    /** Sends a whole frame, masked as RFC 6455 wants it of clients. */
    public RawClient frame(int kind, String payload) {
        return frame(kind, true, payload.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a frame that may be the last of its message. */
    public RawClient frame(int kind, boolean last, byte[] payload) {
        return send(framed(kind, last, payload));
    }

    /** Returns the bytes of a frame. */
    public static byte[] framed(int kind, boolean last, byte[] payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write((last ? 0x80 : 0) | kind);
        if (payload.length < 126) {
            bytes.write(0x80 | payload.length);
        } else if (payload.length < 65_536) {
            bytes.write(0x80 | 126);
            bytes.write(payload.length >> 8);
            bytes.write(payload.length);
        } else {
            bytes.write(0x80 | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                bytes.write((int) (((long) payload.length) >> shift));
            }
        }
        byte[] mask = new byte[4];
        ThreadLocalRandom.current().nextBytes(mask);
        bytes.writeBytes(mask);
        for (int i = 0; i < payload.length; i++) {
            bytes.write(payload[i] ^ mask[i % 4]);
        }
        return bytes.toByteArray();
    }

    /** Reads a frame; nothing if the connection ended without one. */
    public Optional<Frame> frame() {
        try {
            int first = in.read();
            if (first < 0) {
                return Optional.empty();
            }
            long length = in.readUnsignedByte() & 0x7f;
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = in.readLong();
            }
            return Optional.of(new Frame(first & 0x0f, in.readNBytes(Math.toIntExact(length))));
        } catch (EOFException | SocketException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads to the close frame and returns its code; 1006 if the connection ended without one. */
    public int closeCode() {
        for (Optional<Frame> frame = frame(); frame.isPresent(); frame = frame()) {
            if (frame.get().kind() == CLOSE) {
                return frame.get().closeCode();
            }
        }
        return 1006;
    }

    /** Reads an answer with a Content-Length, or without a body. */
    public Response response() {
        try {
            String head = head();
            int status = Integer.parseInt(head.substring(9, 12));
            int length = 0;
            for (String line : head.split("\r\n", -1)) {
                if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
            }
            return new Response(status, head, new String(in.readNBytes(length), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether the server ends the connection; reads what comes before. */
    public boolean isEnded() {
        try {
            in.readAllBytes();
            return true;
        } catch (SocketException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns what comes before the server ends the connection, each byte as one character. */
    public String rest() {
        StringBuilder rest = new StringBuilder();
        try {
            for (int c = in.read(); c >= 0; c = in.read()) {
                rest.append((char) c);
            }
        } catch (SocketException e) {
            return rest.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rest.toString();
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int c = in.read();
            if (c < 0) {
                throw new EOFException("the connection ended in a head");
            }
            head.append((char) c);
        }
        return head.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer over HTTP. */
    public record Response(int status, String head, String body) {}

    /** A frame that came. */
    public static final class Frame {

        private final int kind;
        private final byte[] payload;

        Frame(int kind, byte[] payload) {
            this.kind = kind;
            this.payload = payload;
        }

        /** Returns which kind. */
        public int kind() {
            return kind;
        }

        /** Returns the payload as text. */
        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        /** Returns the code of a close frame; 1005 if it has none. */
        public int closeCode() {
            return payload.length < 2 ? 1005 : (payload[0] & 0xff) << 8 | (payload[1] & 0xff);
        }
    }
}
