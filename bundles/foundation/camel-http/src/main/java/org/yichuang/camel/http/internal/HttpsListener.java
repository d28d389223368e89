package org.yichuang.camel.http.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.camel.util.ObjectHelper;
import org.eclipse.jetty.server.ConnectionLimit;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where other deployments are heard: a port of its own, with nothing on it but {@code POST /exchange}, for whoever has
 * a certificate that is trusted.
 */
final class HttpsListener extends AbstractHandler {
    static final String TYPE = "application/octet-stream";
    static final int TAKEN = HttpServletResponse.SC_ACCEPTED;
    /** Only headers of this kind travel. */
    static final Pattern TRAVELS = Pattern.compile("(?i)yichuang[a-z]{1,40}");

    private static final Logger LOG = LoggerFactory.getLogger(HttpsListener.class);
    private static final String PATH = "/exchange";
    /** There is no room at present: the way is not to blame. */
    static final int NO_ROOM = 429;
    /** The certificate does not name the one in whose name something was written. */
    static final int FOREIGN = HttpServletResponse.SC_FORBIDDEN;
    /** In kilobytes: the heaviest letter of the release before (64 MB of files in Base64). */
    private static final int MOST = 98_304;

    private static final int KILO = 1_024;
    private static final int CONNECTIONS = 256;
    /** How long a connection may say nothing while no other one can be had. */
    private static final int IDLE_WHEN_FULL_MILLIS = 2_000;

    private static final Duration TURN = Duration.ofSeconds(20);
    private static final int THREADS = 48;
    private static final int LEAST_RATE = 1_024;
    private static final int IDLE_MILLIS = 30_000;
    private static final int DNS_NAME = 2;

    private final Supplier<HttpsConsumer> taker;
    private final Room room;
    private final Server server;

    HttpsListener(HttpsSettings settings, Supplier<HttpsConsumer> taker) {
        this(settings, taker, new Room(Runtime.getRuntime().maxMemory(), TURN));
    }

    HttpsListener(HttpsSettings settings, Supplier<HttpsConsumer> taker, Room room) {
        this.taker = taker;
        this.room = room;
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("yichuang-exchange");
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setMinRequestDataRate(LEAST_RATE);
        http.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector = new ServerConnector(
                server, new SslConnectionFactory(tls(settings), "http/1.1"), new HttpConnectionFactory(http));
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        ConnectionLimit limit = new ConnectionLimit(CONNECTIONS, connector);
        limit.setIdleTimeout(IDLE_WHEN_FULL_MILLIS);
        server.addBean(limit);
        server.setHandler(this);
    }

    private static SslContextFactory.Server tls(HttpsSettings settings) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(settings.own());
        tls.setKeyStorePassword(new String(settings.password()));
        tls.setTrustStore(settings.trusted());
        tls.setNeedClientAuth(true);
        tls.setSniRequired(false);
        return tls;
    }

    void open() throws Exception {
        server.start();
    }

    void shut() throws Exception {
        server.stop();
    }

    @Override
    public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        base.setHandled(true);
        response.setStatus(answer(target, request));
        response.setContentLength(0);
        response.setHeader("Connection", "close"); // one that rests is shut here before the other side knows
    }

    private int answer(String target, HttpServletRequest request) throws IOException {
        if (!target.equals(PATH)) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        if (!request.getMethod().equals("POST")) {
            return HttpServletResponse.SC_METHOD_NOT_ALLOWED;
        }
        if (!TYPE.equals(request.getContentType())) {
            return HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
        }
        long length = request.getContentLengthLong();
        if (length < 0) {
            return HttpServletResponse.SC_LENGTH_REQUIRED;
        }
        int size = (int) Math.min(length / KILO + 1, MOST + 1L);
        if (size > MOST) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        X509Certificate peer = peer(request);
        if (!room.enter(peer, size)) {
            return NO_ROOM;
        }
        try {
            return take(request, peer);
        } catch (Room.SlowException e) {
            return HttpServletResponse.SC_REQUEST_TIMEOUT;
        } finally {
            room.leave(peer, size);
        }
    }

    /**
     * Whatever the route fails with is this deployment's own fault, and the other one sends it again; but for {@link
     * SSLPeerUnverifiedException}, which says that the other one has written in a name that its certificate lacks. What
     * the route has not read of a body is read here before either is said: who still writes would see its line break
     * instead of the answer.
     */
    private int take(HttpServletRequest request, X509Certificate peer) throws IOException {
        InputStream body = Room.timed(request.getInputStream(), request.getContentLength());
        boolean isLight = request.getContentLength() <= Room.LIGHT * KILO;
        Object given = isLight ? body.readAllBytes() : body;
        HttpsConsumer consumer = taker.get();
        if (consumer == null) {
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        try {
            consumer.take(given, headers(request), peers(peer));
            body.transferTo(OutputStream.nullOutputStream());
            return TAKEN;
        } catch (SSLPeerUnverifiedException e) {
            LOG.debug("What another deployment wrote was not its own", e);
            body.transferTo(OutputStream.nullOutputStream());
            return FOREIGN;
        } catch (Exception e) {
            Room.SlowException slow = ObjectHelper.getException(Room.SlowException.class, e);
            if (slow != null) {
                throw slow;
            }
            LOG.debug("What another deployment wrote could not be taken", e);
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            if (TRAVELS.matcher(name).matches()) {
                headers.put(name, request.getHeader(name));
            }
        }
        return headers;
    }

    /** There is one: without it nobody comes as far as here. */
    private static X509Certificate peer(HttpServletRequest request) {
        return ((X509Certificate[]) request.getAttribute("javax.servlet.request.X509Certificate"))[0];
    }

    /** The DNS names of the certificate: the centres of a deployment stand among them by their ids. */
    private static Set<String> peers(X509Certificate peer) throws CertificateParsingException {
        Collection<List<?>> alternatives = peer.getSubjectAlternativeNames();
        Set<String> names = new TreeSet<>();
        for (List<?> name : alternatives == null ? List.<List<?>>of() : alternatives) {
            if (name.get(0).equals(DNS_NAME)) {
                names.add(name.get(1).toString());
            }
        }
        return names;
    }
}
