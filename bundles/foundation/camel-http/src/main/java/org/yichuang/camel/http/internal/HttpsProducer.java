package org.yichuang.camel.http.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Writes to another deployment; it has taken what it answers with 202. */
final class HttpsProducer extends DefaultProducer {
    /** For the effect over there; what is heavy takes its time on the way as well. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** For the rest of an answer that says nothing but its status. */
    private static final Duration END = Duration.ofSeconds(5);

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
        byte[] body = exchange.getMessage().getMandatoryBody(byte[].class);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(time(body.length))
                .expectContinue(body.length > HEAVY) // so that it is refused before it has been sent
                .header("Content-Type", HttpsListener.TYPE)
                .POST(BodyPublishers.ofByteArray(body));
        exchange.getMessage().getHeaders().forEach((name, value) -> {
            if (HttpsListener.TRAVELS.matcher(name).matches() && value != null) {
                request.header(name, value.toString());
            }
        });
        int status = status(request.build(), body.length);
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

    private int status(HttpRequest request, int length) throws IOException, InterruptedException {
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

    private static Duration time(int length) {
        Duration all = ANSWER.plusSeconds(length / LEAST_RATE);
        return all.compareTo(LONGEST) < 0 ? all : LONGEST;
    }
}
