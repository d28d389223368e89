package org.yichuang.notices.internal.provider;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.yichuang.notices.internal.provider.NoticeSettings.Security;
import org.yichuang.notices.internal.provider.NoticeSettings.Values;

/** Connections to a gateway of short messages: within a limit, and to the one that we mean. */
final class Sockets implements ConnectionFactory {
    private static final String[] PROTOCOLS = {"TLSv1.2", "TLSv1.3"};

    private final Values values;
    private final HandOverLimit limit;
    private Socket plain = new Socket();

    /** @param limit of the message for which a connection is made */
    Sockets(Values values, HandOverLimit limit) {
        this.values = values;
        this.limit = limit;
    }

    /** The connection that was made last. */
    Socket last() {
        return plain;
    }

    @Override
    public Connection createConnection(String host, int port) throws IOException {
        plain = limit.watch(new Socket());
        try {
            plain.connect(new InetSocketAddress(host, port), millis(values.connectTimeout()));
            plain.setSoTimeout(millis(values.answerTimeout()));
            return new SocketConnection(values.smsSecurity() == Security.NONE ? plain : secured(host, port));
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private Socket secured(String host, int port) throws IOException {
        try {
            SSLSocket secured = (SSLSocket) Trust.sockets(values.trustFile()).createSocket(plain, host, port, true);
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setProtocols(PROTOCOLS);
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            return secured;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static int millis(Duration limit) {
        return Math.toIntExact(limit.toMillis());
    }
}
