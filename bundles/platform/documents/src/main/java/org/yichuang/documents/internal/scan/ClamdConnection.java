package org.yichuang.documents.internal.scan;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.yichuang.documents.internal.scan.ScanSettings.Values;

/** A connection to clamd, for one command: neither sending nor waiting lasts beyond its time, whatever it does. */
final class ClamdConnection implements AutoCloseable {
    private static final int LONGEST_ANSWER = 1_000;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private long deadline;

    private ClamdConnection(SocketChannel channel, Selector selector) throws IOException {
        this.channel = channel;
        this.selector = selector;
        channel.configureBlocking(false);
        key = channel.register(selector, 0);
    }

    static ClamdConnection open(Values settings) throws IOException {
        boolean isSocket = !settings.scanSocket().isEmpty();
        SocketAddress address = isSocket
                ? UnixDomainSocketAddress.of(settings.scanSocket())
                : resolved(settings.scanHost(), settings.scanPort());
        SocketChannel channel = isSocket ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
        Selector selector = null;
        try {
            selector = Selector.open();
            ClamdConnection connection = new ClamdConnection(channel, selector);
            connection.connect(address, settings.connectTimeout());
            connection.limit(settings.timeout());
            return connection;
        } catch (IOException | RuntimeException e) {
            close(selector, channel);
            throw e;
        }
    }

    private static InetSocketAddress resolved(String host, int port) throws UnknownHostException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UnknownHostException(host);
        }
        return address;
    }

    private void connect(SocketAddress address, Duration within) throws IOException {
        limit(within);
        if (!channel.connect(address)) {
            await(SelectionKey.OP_CONNECT);
            channel.finishConnect();
        }
    }

    private void limit(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    /** Waits until one of some operations can be done. */
    private void await(int operations) throws IOException {
        key.interestOps(operations);
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        selector.selectedKeys().clear();
        if (left <= 0 || selector.select(left) == 0) {
            throw new SocketTimeoutException("The scanner takes too long");
        }
    }

    void send(String command) throws IOException {
        send(ByteBuffer.wrap(command.getBytes(StandardCharsets.US_ASCII)));
    }

    /** @throws AnsweredEarly when there is an answer before all of it has been sent */
    void send(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            await(SelectionKey.OP_WRITE | SelectionKey.OP_READ);
            if (key.isReadable()) {
                throw new AnsweredEarly();
            }
            channel.write(bytes);
        }
    }

    /** The answer, up to the zero byte at its end. */
    String answer() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (answer.size() < LONGEST_ANSWER) {
            await(SelectionKey.OP_READ);
            if (channel.read(one.clear()) < 0) {
                throw new EOFException("The scanner has broken off");
            }
            if (one.get(0) == 0) {
                return answer.toString(StandardCharsets.UTF_8);
            }
            answer.write(one.get(0));
        }
        throw new IOException("No answer of a scanner");
    }

    @Override
    public void close() throws IOException {
        close(selector, channel);
    }

    /** The selector first: as long as one is open, a channel that is registered with it keeps its descriptor. */
    private static void close(Selector selector, SocketChannel channel) throws IOException {
        try {
            if (selector != null) {
                selector.close();
            }
        } finally {
            channel.close();
        }
    }

    /** It has an answer before it has everything. */
    static final class AnsweredEarly extends IOException {
        private static final long serialVersionUID = 1L;

        AnsweredEarly() {
            super("The scanner has answered before it had everything");
        }
    }
}
