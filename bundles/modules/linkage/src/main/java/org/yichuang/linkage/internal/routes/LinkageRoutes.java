package org.yichuang.linkage.internal.routes;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Predicate;
import org.apache.camel.builder.RouteBuilder;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.Reply;
import org.yichuang.linkage.internal.Json;
import org.yichuang.linkage.internal.Receiver;
import org.yichuang.linkage.internal.Relay;
import org.yichuang.linkage.internal.Settings;

/** The way of a message: from the outbox into an envelope, over the transport, to the other centre, and back. */
public class LinkageRoutes extends RouteBuilder {
    /** What wakes the relay; one wake is kept while it is busy, more would say nothing new. */
    public static final String WAKE = "seda:yichuang-linkage-wake?size=1&discardWhenFull=true";

    /** The routes by their ids, in the order of the way. */
    public static final List<String> IDS = List.of("linkage-poll", "linkage-claim", "linkage-send", "linkage-receive");

    private static final String OUT = "seda:yichuang-linkage-out?size=64&blockWhenFull=true&concurrentConsumers=";
    private static final String PENDING = "pending";
    private static final String ENVELOPE = "envelope";
    private static final Predicate SOMETHING =
            exchange -> !exchange.getMessage().getBody(Collection.class).isEmpty();

    private final Relay relay;
    private final Receiver receiver;
    private final Settings.Values settings;
    private final OutageLogger outage = new OutageLogger();

    public LinkageRoutes(Relay relay, Receiver receiver, Settings.Values settings) {
        this.relay = relay;
        this.receiver = receiver;
        this.settings = settings;
    }

    @Override
    public void configure() {
        String out = OUT + settings.workers();

        from("timer:yichuang-linkage?period=" + settings.poll().toMillis())
                .routeId(IDS.get(0))
                .to(ExchangePattern.InOnly, WAKE);

        from(WAKE)
                .routeId(IDS.get(1))
                .onException(Exception.class)
                .handled(true)
                .process(exchange -> outage.began(cause(exchange)))
                .end()
                .process(this::claim)
                .filter(SOMETHING)
                .split(body())
                .to(ExchangePattern.InOnly, out)
                .end()
                .to(ExchangePattern.InOnly, WAKE);

        from(out)
                .routeId(IDS.get(2))
                .onException(Exception.class)
                .handled(true)
                .process(this::fail)
                .end()
                .process(this::seal)
                .to(ExchangePattern.InOut, settings.transport())
                .process(this::settle);

        from(settings.receive())
                .routeId(IDS.get(3))
                .errorHandler(noErrorHandler()) // the sender decides what a failure means
                .process(this::receive);
    }

    private void claim(Exchange exchange) {
        exchange.getMessage().setBody(relay.claim());
        outage.ended();
    }

    private void seal(Exchange exchange) {
        Pending pending = exchange.getMessage().getBody(Pending.class);
        exchange.setProperty(PENDING, pending);
        Envelope envelope = relay.seal(pending);
        exchange.setProperty(ENVELOPE, envelope);
        exchange.getMessage().setBody(settings.staysInside() ? envelope : bytes(envelope));
    }

    private void settle(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        Reply reply = body instanceof Reply inside ? inside : Json.read(text(exchange), Reply.class);
        relay.settle(
                exchange.getProperty(PENDING, Pending.class), exchange.getProperty(ENVELOPE, Envelope.class), reply);
    }

    /** When even the failure cannot be noted, the claim lapses by itself and the message is tried again. */
    private void fail(Exchange exchange) {
        try {
            relay.failed(exchange.getProperty(PENDING, Pending.class), cause(exchange));
            outage.ended();
        } catch (RuntimeException e) {
            outage.began(e);
        }
    }

    private void receive(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof Envelope inside) {
            exchange.getMessage().setBody(receiver.receive(inside));
        } else {
            exchange.getMessage().setBody(bytes(receiver.receive(Json.read(text(exchange), Envelope.class))));
        }
    }

    private static Exception cause(Exchange exchange) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    }

    private static byte[] bytes(Object value) {
        return Json.write(value).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Exchange exchange) {
        return new String(exchange.getMessage().getBody(byte[].class), StandardCharsets.UTF_8);
    }
}
