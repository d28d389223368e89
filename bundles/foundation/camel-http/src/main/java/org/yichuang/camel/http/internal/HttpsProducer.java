package org.yichuang.camel.http.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.support.DefaultProducer;

/** Writes to another deployment; it has taken what it answers with 202. */
final class HttpsProducer extends DefaultProducer {
    /** For the effect over there; what is heavy takes its time on the way as well. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** For the rest of an answer that says nothing but its status. */
    private static final Duration END = Duration.ofSeconds(5);

    /** How long a body is that is a stream. */
    static final String LENGTH = "yichuangLength";

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int LEAST_RATE = 16_384;
    private static final int HEAVY = 1_048_576;

    private final HttpsComponent component;
    private final URI address;

    HttpsProducer(HttpsEndpoint endpoint, HttpsComponent component, URI address) {
        super(endpoint);
        this.component = component;
        this.address = address;
    }

    /**
     * Hands it over.
     *
     * @throws HttpTimeoutException when what is heavy has taken too long, or there is no room for it at present: the
     *     way is not dead for that
     * @throws SSLPeerUnverifiedException when the certificate of this end does not name the one whose message it is
     * @throws IOException when it fails otherwise
     */
    @Override
    public void process(Exchange exchange) throws Exception {
        BodyPublisher body = body(exchange);
        long length = body.contentLength();
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(time(length))
                .expectContinue(length > HEAVY) // so that it is refused before it has been sent
                .header("Content-Type", HttpsListener.TYPE)
                .POST(body);
        exchange.getMessage().getHeaders().forEach((name, value) -> {
            if (HttpsListener.TRAVELS.matcher(name).matches() && value != null) {
                request.header(name, value.toString());
            }
        });
        int status = status(request.build(), length);
        String answers = address.getHost() + " answers " + status;
        if (status == HttpsListener.NO_ROOM) {
            throw new HttpTimeoutException(answers);
        }
        if (status == HttpsListener.FOREIGN) {
            throw new SSLPeerUnverifiedException(answers);
        }
        if (status != HttpsListener.TAKEN) {
            throw new IOException(answers);
        }
    }

    /** What says how long it is goes as it is read, once; all else goes whole. */
    private static BodyPublisher body(Exchange exchange) throws InvalidPayloadException {
        Long length = exchange.getProperty(LENGTH, Long.class);
        if (length == null || !(exchange.getMessage().getBody() instanceof InputStream stream)) {
            return BodyPublishers.ofByteArray(exchange.getMessage().getMandatoryBody(byte[].class));
        }
        AtomicReference<InputStream> once = new AtomicReference<>(stream);
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> once.getAndSet(null)), length);
    }

    private int status(HttpRequest request, long length) throws IOException, InterruptedException {
        try {
            return WholeAnswer.status(component.client(), request, time(length).plus(END));
        } catch (HttpConnectTimeoutException e) {
            throw e;
        } catch (HttpTimeoutException e) {
            if (length > HEAVY) {
                throw e;
            }
            throw new IOException(address.getHost() + " does not answer", e);
        }
    }

    private static Duration time(long length) {
        Duration all = ANSWER.plusSeconds(length / LEAST_RATE);
        return all.compareTo(LONGEST) < 0 ? all : LONGEST;
    }
}
