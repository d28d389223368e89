package org.yichuang.camel.http.internal;

import java.net.URI;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * Other deployments by HTTPS, both sides with a certificate: {@code https://host:port/exchange} to write to one,
 * {@code https:in} for what all of them write here.
 */
final class HttpsComponent extends DefaultComponent {
    static final String IN = "in";

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpsSettings settings;
    /** Who takes what comes, null for nobody. */
    private final AtomicReference<HttpsConsumer> taker = new AtomicReference<>();

    private HttpClient client;
    private HttpsListener listener;

    HttpsComponent(HttpsSettings settings) {
        this.settings = settings;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new HttpsEndpoint(uri, this, remaining.equals(IN) ? null : URI.create(uri));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        client = HttpClient.newBuilder()
                .sslContext(tls())
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER) // it would carry an application elsewhere
                .connectTimeout(CONNECT)
                .build();
        if (settings.port() != 0) {
            listener = new HttpsListener(settings, taker::get);
            listener.open();
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (listener != null) {
            listener.shut();
            listener = null;
        }
        client = null;
        super.doStop();
    }

    private SSLContext tls() throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(settings.own(), settings.password());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(settings.trusted());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return tls;
    }

    HttpClient client() {
        return client;
    }

    /** From now on a consumer takes what comes. */
    void open(HttpsConsumer consumer) {
        if (!taker.compareAndSet(null, consumer)) {
            throw new IllegalStateException("Somebody takes already what comes by HTTPS");
        }
    }

    void close(HttpsConsumer consumer) {
        taker.compareAndSet(consumer, null);
    }
}
