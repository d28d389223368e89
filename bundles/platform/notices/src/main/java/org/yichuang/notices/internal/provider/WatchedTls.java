package org.yichuang.notices.internal.provider;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/** Makes sockets with TLS that are closed when the time for a message is over, also while they agree on keys. */
final class WatchedTls extends SSLSocketFactory {
    private final SSLSocketFactory trusted;
    private final HandOverLimit limit;

    /** @param trusted believes whom we believe */
    WatchedTls(SSLSocketFactory trusted, HandOverLimit limit) {
        this.trusted = trusted;
        this.limit = limit;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return trusted.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return trusted.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean closesPlain) throws IOException {
        return trusted.createSocket(limit.watch(plain), host, port, closesPlain);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return limit.watch(trusted.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return limit.watch(trusted.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress own, int ownPort) throws IOException {
        return limit.watch(trusted.createSocket(host, port, own, ownPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress own, int ownPort) throws IOException {
        return limit.watch(trusted.createSocket(host, port, own, ownPort));
    }
}
