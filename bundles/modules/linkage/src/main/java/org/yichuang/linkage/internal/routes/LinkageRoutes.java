package org.yichuang.linkage.internal.routes;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.Reply;
import org.yichuang.linkage.internal.DeliveryRecorder;
import org.yichuang.linkage.internal.EnvelopeSealer;
import org.yichuang.linkage.internal.Receiver;
import org.yichuang.linkage.internal.Settings;
import org.yichuang.linkage.internal.domain.NeighbourRule;

/**
 * The way of a message: from the outbox up or down into an envelope, to the other centre, and its receipt back. All of
 * it runs on one thread; whatever fails on the way ends at {@code linkage-failed}.
 */
public class LinkageRoutes extends RouteBuilder {
    /** The routes by their ids, in the order of the way. */
    public static final List<String> IDS = List.of(
            "linkage-out",
            "linkage-up",
            "linkage-down",
            "linkage-send",
            "linkage-in",
            "linkage-receipt",
            "linkage-failed");

    private static final String PENDING = "pending";
    private static final String ENVELOPE = "envelope";

    private final NeighbourRule kinship;
    private final EnvelopeSealer sealer;
    private final Receiver receiver;
    private final DeliveryRecorder recorder;
    private final Settings.Values settings;
    private final OutageLogger outage;

    /** Works with the settings of the moment. */
    public LinkageRoutes(
            NeighbourRule kinship,
            EnvelopeSealer sealer,
            Receiver receiver,
            DeliveryRecorder recorder,
            Settings.Values settings,
            OutageLogger outage) {
        this.kinship = kinship;
        this.sealer = sealer;
        this.receiver = receiver;
        this.recorder = recorder;
        this.settings = settings;
        this.outage = outage;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler()); // a failure is for linkage-out to judge, or for who sends again
        receiptsAndFailures();
        otherEnd();
        wayThere(); // last: it begins when all others run
    }

    private void wayThere() {
        from("direct:linkage-send")
                .routeId("linkage-send")
                .process(this::seal)
                .id("linkage-seal")
                .to("direct:linkage-in");

        from("direct:linkage-up") // the county's pre-review to the city's approval
                .routeId("linkage-up")
                .to("direct:linkage-send");

        from("direct:linkage-down") // the city's question, decision or return
                .routeId("linkage-down")
                .to("direct:linkage-send");

        from(outbox())
                .routeId("linkage-out")
                .errorHandler(deadLetterChannel("direct:linkage-failed")
                        .useOriginalMessage()
                        .logExhausted(false))
                .process(this::open)
                .choice()
                .when(exchange -> kinship.isAbove(receiver(exchange), sender(exchange)))
                .to("direct:linkage-up")
                .when(exchange -> kinship.isAbove(sender(exchange), receiver(exchange)))
                .to("direct:linkage-down")
                .otherwise()
                .process(exchange -> kinship.require(sender(exchange), receiver(exchange)))
                .end();
    }

    private void otherEnd() {
        from("direct:linkage-in")
                .routeId("linkage-in")
                .process(this::receive) // inbox check, effect and receipt in one transaction
                .id("linkage-take-effect")
                .to("direct:linkage-receipt");
    }

    private void receiptsAndFailures() {
        from("direct:linkage-receipt")
                .routeId("linkage-receipt")
                .process(this::settle)
                .id("linkage-settle");

        from("direct:linkage-failed")
                .routeId("linkage-failed")
                .process(this::fail)
                .id("linkage-note");
    }

    private String outbox() {
        return "outbox:linkage?workers=" + settings.workers() + "&poll="
                + settings.poll().toMillis() + "&claim=" + settings.claim().toMillis();
    }

    private void open(Exchange exchange) {
        Pending pending = exchange.getMessage().getBody(Pending.class);
        exchange.setProperty(PENDING, pending);
    }

    private void seal(Exchange exchange) {
        Envelope envelope = sealer.seal(pending(exchange));
        exchange.setProperty(ENVELOPE, envelope);
        exchange.getMessage().setBody(envelope);
    }

    private void receive(Exchange exchange) {
        exchange.getMessage().setBody(receiver.receive(exchange.getMessage().getBody(Envelope.class)));
    }

    private void settle(Exchange exchange) {
        Reply reply = exchange.getMessage().getBody(Reply.class);
        recorder.settle(pending(exchange), exchange.getProperty(ENVELOPE, Envelope.class), reply);
    }

    /** When even the failure cannot be noted, the claim lapses by itself and the message is tried again. */
    private void fail(Exchange exchange) {
        Pending failed = exchange.getMessage().getBody(Pending.class);
        try {
            recorder.failed(failed, exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
            outage.ended();
        } catch (RuntimeException e) {
            outage.began(e);
        }
    }

    private static Pending pending(Exchange exchange) {
        return exchange.getProperty(PENDING, Pending.class);
    }

    private static String sender(Exchange exchange) {
        return pending(exchange).tenant().value();
    }

    private static String receiver(Exchange exchange) {
        return pending(exchange).message().receiver();
    }
}
