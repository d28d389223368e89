package org.yichuang.camel.http.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Writes to another deployment; it has taken what it answers with 202. */
final class HttpsProducer extends DefaultProducer {
    /** Shorter than a claim of the outbox lasts: a sender must know while the message is still its own. */
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private final HttpsComponent component;
    private final URI address;

    HttpsProducer(HttpsEndpoint endpoint, HttpsComponent component, URI address) {
        super(endpoint);
        this.component = component;
        this.address = address;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Content-Type", HttpsListener.TYPE)
                .POST(BodyPublishers.ofByteArray(exchange.getMessage().getMandatoryBody(byte[].class)));
        exchange.getMessage().getHeaders().forEach((name, value) -> {
            if (HttpsListener.TRAVELS.matcher(name).matches() && value != null) {
                request.header(name, value.toString());
            }
        });
        HttpResponse<Void> answer = component.client().send(request.build(), BodyHandlers.discarding());
        if (answer.statusCode() != HttpsListener.TAKEN) {
            throw new IOException(address.getHost() + " answers " + answer.statusCode());
        }
    }
}
