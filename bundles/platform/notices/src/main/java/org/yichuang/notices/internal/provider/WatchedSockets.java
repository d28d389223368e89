package org.yichuang.notices.internal.provider;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes sockets that are closed when the time for a message is over. */
final class WatchedSockets extends SocketFactory {
    private final HandOverLimit limit;

    WatchedSockets(HandOverLimit limit) {
        this.limit = limit;
    }

    @Override
    public Socket createSocket() throws IOException {
        return limit.watch(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(createSocket(), new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(createSocket(), new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress own, int ownPort) throws IOException {
        return connected(bound(own, ownPort), new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress own, int ownPort) throws IOException {
        return connected(bound(own, ownPort), new InetSocketAddress(host, port));
    }

    private Socket bound(InetAddress own, int ownPort) throws IOException {
        Socket socket = createSocket();
        socket.bind(new InetSocketAddress(own, ownPort));
        return socket;
    }

    private static Socket connected(Socket socket, InetSocketAddress address) throws IOException {
        socket.connect(address);
        return socket;
    }
}
