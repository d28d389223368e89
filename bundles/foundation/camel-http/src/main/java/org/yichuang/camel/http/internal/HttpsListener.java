package org.yichuang.camel.http.internal;

import java.io.IOException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
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
    /** In kilobytes: one message, and all that come at a time. */
    private static final int MOST = 131_072;

    private static final int MOST_AT_ONCE = 196_608;
    private static final int KILO = 1_024;
    private static final int THREADS = 24;
    private static final int LEAST_RATE = 1_024;
    private static final int IDLE_MILLIS = 30_000;
    private static final int DNS_NAME = 2;

    private final Supplier<HttpsConsumer> taker;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);
    private final Server server;

    HttpsListener(HttpsSettings settings, Supplier<HttpsConsumer> taker) {
        this.taker = taker;
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
        if (!room.tryAcquire(size)) {
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        try {
            return take(request);
        } finally {
            room.release(size);
        }
    }

    /** Whatever the route fails with is this deployment's own fault: the other one sends it again. */
    private int take(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        HttpsConsumer consumer = taker.get();
        if (consumer == null) {
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        try {
            consumer.take(body, headers(request), peers(request));
            return TAKEN;
        } catch (Exception e) {
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

    /** The DNS names of the certificate: the centres of a deployment stand among them by their ids. */
    private static Set<String> peers(HttpServletRequest request) throws CertificateParsingException {
        X509Certificate[] shown = (X509Certificate[]) request.getAttribute("javax.servlet.request.X509Certificate");
        Set<String> names = new TreeSet<>();
        if (shown != null && shown.length > 0) {
            Collection<List<?>> alternatives = shown[0].getSubjectAlternativeNames();
            for (List<?> name : alternatives == null ? List.<List<?>>of() : alternatives) {
                if (name.get(0).equals(DNS_NAME)) {
                    names.add(name.get(1).toString());
                }
            }
        }
        return names;
    }
}
