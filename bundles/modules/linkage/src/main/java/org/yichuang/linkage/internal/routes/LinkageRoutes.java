package org.yichuang.linkage.internal.routes;

import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.Reply;
import org.yichuang.linkage.internal.CentreEndpoints;
import org.yichuang.linkage.internal.DeliveryRecorder;
import org.yichuang.linkage.internal.EnvelopeSealer;
import org.yichuang.linkage.internal.Receiver;
import org.yichuang.linkage.internal.Settings;
import org.yichuang.linkage.internal.domain.NeighbourRule;

/**
 * The way of a message: from the outbox up or down into an envelope, to the other centre, and its receipt back. Between
 * centres of one deployment all of it runs on one thread, with objects; to another deployment a copy leaves, and the
 * answer comes by itself, as a message of its own. Whatever fails on the way there ends at {@code linkage-failed}.
 */
public class LinkageRoutes extends RouteBuilder {
    /** The routes by their ids, in the order of the way. */
    public static final List<String> IDS = Stream.of(List.of("linkage-out"), LetterRoutes.IDS, theOthers())
            .flatMap(List::stream)
            .toList();

    /** The one header that says something to the other deployment: whether it is an envelope or an answer. */
    static final String KIND = "yichuangKind";

    static final String ANSWER = "answer";

    private static final String ENVELOPE_KIND = "envelope";
    /** What a broker that knows groups keeps in order. */
    private static final String GROUP = "JMSXGroupID";

    /** Whom the transport has proven the other side to speak for, where it does. */
    static final String PEERS = "yichuangPeers";

    static final String PENDING = "linkagePending";
    private static final String ENVELOPE = "linkageEnvelope";
    private static final String ENDPOINT = "linkageEndpoint";
    /** Set while a message is handed over: what fails then is its way. */
    private static final String LEAVING = "linkageLeaving";

    private static final String TO_ENDPOINT = "${exchangeProperty." + ENDPOINT + "}";
    private static final int ENDPOINTS_KEPT = 256;
    /** For half a minute; then the next copy is answered. */
    private static final int ANSWERED_AGAIN = 5;

    private static final String ANSWERS = "linkage-answers";
    private static final int ANSWERS_AT_A_TIME = 8;
    private static final int ANSWERS_KEPT = 10_000;

    private final NeighbourRule kinship;
    private final EnvelopeSealer sealer;
    private final Receiver receiver;
    private final DeliveryRecorder recorder;
    private final CentreEndpoints endpoints;
    private final Settings.Values settings;
    private final OutageLogger outage = new OutageLogger();

    /** Works with the settings of the moment. */
    public LinkageRoutes(
            NeighbourRule kinship,
            EnvelopeSealer sealer,
            Receiver receiver,
            DeliveryRecorder recorder,
            CentreEndpoints endpoints,
            Settings.Values settings) {
        this.kinship = kinship;
        this.endpoints = endpoints;
        this.sealer = sealer;
        this.receiver = receiver;
        this.recorder = recorder;
        this.settings = settings;
    }

    private static List<String> theOthers() {
        return List.of(
                "linkage-send",
                "linkage-leave",
                "linkage-arrived",
                "linkage-in",
                "linkage-reply",
                "linkage-answer",
                "linkage-answer-later",
                "linkage-answered",
                "linkage-receipt",
                "linkage-failed",
                "linkage-wanted",
                "linkage-files",
                "linkage-file");
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler()); // a failure is for linkage-out to judge, or for who sends again
        getContext()
                .getExecutorServiceManager()
                .registerThreadPoolProfile(new ThreadPoolProfileBuilder(ANSWERS)
                        .poolSize(ANSWERS_AT_A_TIME)
                        .maxPoolSize(ANSWERS_AT_A_TIME)
                        .maxQueueSize(ANSWERS_KEPT)
                        .build());
        receiptsAndFailures();
        answers();
        otherEnd();
        wayThere(); // last: it begins when all others run
    }

    private void wayThere() {
        from("direct:linkage-leave") // for another deployment
                .routeId("linkage-leave")
                .process(exchange -> recorder.leaves(pending(exchange), envelope(exchange)))
                .setHeader(GROUP)
                .exchange(
                        exchange -> sender(exchange) + "/" + envelope(exchange).senderCase())
                .setHeader(KIND, constant(ENVELOPE_KIND))
                .marshal(new JsonFormat(Envelope.class))
                .removeHeaders("*", KIND, GROUP)
                .setProperty(LEAVING, constant(true))
                .toD(TO_ENDPOINT, ENDPOINTS_KEPT)
                .id("linkage-hand-over")
                .process(this::handedOver)
                .id("linkage-handed-over");

        from("direct:linkage-send")
                .routeId("linkage-send")
                .process(this::seal)
                .id("linkage-seal")
                .process(exchange -> address(exchange, receiver(exchange), recorder.patience(pending(exchange))))
                .choice()
                .when(exchangeProperty(ENDPOINT).isNull())
                .process(exchange -> recorder.takesFiles(pending(exchange), envelope(exchange)))
                .to("direct:linkage-in") // it lives here: objects, on this thread
                .otherwise()
                .to("direct:linkage-leave")
                .end();

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

    private void answers() {
        from("direct:linkage-answer") // to another deployment
                .routeId("linkage-answer")
                .setHeader(KIND, constant(ANSWER))
                .marshal(new JsonFormat(Reply.class))
                .removeHeaders("*", KIND)
                .toD(TO_ENDPOINT, ENDPOINTS_KEPT)
                .id("linkage-answer-over");

        from("direct:linkage-answer-later")
                .routeId("linkage-answer-later")
                .errorHandler(defaultErrorHandler()
                        .maximumRedeliveries(ANSWERED_AGAIN)
                        .asyncDelayedRedelivery() // no thread waits
                        .redeliveryDelay(1_000)
                        .useExponentialBackOff()
                        .backOffMultiplier(2)
                        .logStackTrace(false))
                .filter(exchange -> !isShut(exchange)) // the next copy is answered again
                .to("direct:linkage-answer");
    }

    private void otherEnd() {
        from("direct:linkage-reply")
                .routeId("linkage-reply")
                .process(this::addressReply)
                .choice()
                .when(exchangeProperty(ENDPOINT).isNull())
                .to("direct:linkage-receipt")
                .when(exchangeProperty(PEERS).isNotNull()) // the other side waits on its line, and has its row
                .wireTap("direct:linkage-answer-later")
                .executorService(ANSWERS)
                .endChoice()
                .otherwise()
                .to("direct:linkage-answer")
                .end();

        from("direct:linkage-in")
                .routeId("linkage-in")
                .process(this::receive) // inbox check first, effect and receipt in one transaction
                .id("linkage-inbox")
                .to("direct:linkage-reply");

        from("direct:linkage-arrived") // from another deployment
                .routeId("linkage-arrived")
                .convertBodyTo(byte[].class) // what cannot be read as an envelope is looked at once more
                .doTry()
                .unmarshal(new JsonFormat(Envelope.class))
                .doCatch(ProblemException.class)
                .process(this::refuseUnread)
                .end()
                .process(this::refuseForeign)
                .choice()
                .when(body().isInstanceOf(Envelope.class))
                .to("direct:linkage-in")
                .otherwise()
                .to("direct:linkage-reply")
                .end();
    }

    private void receiptsAndFailures() {
        from("direct:linkage-receipt")
                .routeId("linkage-receipt")
                .process(this::settle)
                .id("linkage-settle");

        from("direct:linkage-answered") // from another deployment
                .routeId("linkage-answered")
                .doTry()
                .unmarshal(new JsonFormat(Reply.class))
                .doCatch(ProblemException.class)
                .log(LoggingLevel.WARN, "An answer cannot be read, and is left out")
                .stop()
                .end()
                .filter(this::isOfItsReceiver)
                .choice()
                .when(exchange -> exchange.getMessage().getBody(Reply.class).wantsFiles())
                .to("direct:linkage-wanted")
                .otherwise()
                .to("direct:linkage-receipt")
                .end();

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

    private void address(Exchange exchange, String centre, Duration life) {
        exchange.setProperty(ENDPOINT, endpoints.elsewhere(centre, life).orElse(null));
    }

    private void handedOver(Exchange exchange) {
        exchange.removeProperty(LEAVING);
        boolean othersWait = endpoints.worked(receiver(exchange));
        recorder.handedOver(pending(exchange));
        if (othersWait) {
            recorder.hasten(pending(exchange));
        }
    }

    private void receive(Exchange exchange) {
        Reply reply = receiver.receive(exchange.getMessage().getBody(Envelope.class));
        InboundRoutes.leaveUnavailable(reply, exchange);
        exchange.getMessage().setBody(reply);
    }

    private void refuseUnread(Exchange exchange) throws SSLPeerUnverifiedException {
        byte[] text = exchange.getMessage().getBody(byte[].class);
        ProblemException why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, ProblemException.class);
        Reply reply = receiver.unreadable(text, why);
        requireOwn(DeliveryRecorder.sender(reply), exchange);
        exchange.getMessage().setBody(reply);
    }

    private void refuseForeign(Exchange exchange) throws SSLPeerUnverifiedException {
        if (exchange.getMessage().getBody() instanceof Envelope read) {
            requireOwn(read.sender(), exchange);
        }
    }

    /**
     * Who has proven by a certificate who he is writes for nobody else. He hears of it himself, where he is on a line;
     * the one whose name he used hears nothing, or anybody could have us refuse what others have sent.
     */
    private void requireOwn(String sender, Exchange exchange) throws SSLPeerUnverifiedException {
        if (sender != null && !speaksFor(sender, exchange)) {
            InboundRoutes.refuseForeign(sender, exchange);
        }
    }

    private boolean isOfItsReceiver(Exchange exchange) {
        Reply reply = exchange.getMessage().getBody(Reply.class);
        String receiver = reply.receipt() != null
                ? reply.receipt().receiver()
                : recorder.receiver(reply).orElse(null);
        boolean isOf = receiver == null || speaksFor(receiver, exchange);
        if (!isOf) {
            InboundRoutes.leaveOut(receiver, exchange);
        }
        return isOf;
    }

    private static boolean speaksFor(String centre, Exchange exchange) {
        Set<?> peers = exchange.getProperty(PEERS, Set.class);
        return peers == null || peers.contains(centre);
    }

    /** Where an answer goes is looked up, never read from a message; one that stays here goes back as it came. */
    private void addressReply(Exchange exchange) {
        if (pending(exchange) == null) {
            String sender = DeliveryRecorder.sender(exchange.getMessage().getBody(Reply.class));
            try {
                address(exchange, sender, settings.answerLife());
            } catch (ProblemException e) {
                if (!InboundRoutes.isFromAQueue(exchange)) {
                    throw e;
                }
                // the next copy is answered, should there be a way then
                InboundRoutes.takeOff("there is no way to answer " + InboundRoutes.named(sender), exchange);
            }
        }
    }

    private boolean isShut(Exchange exchange) {
        String sender = DeliveryRecorder.sender(exchange.getMessage().getBody(Reply.class));
        return sender != null && endpoints.shut().contains(sender);
    }

    private void settle(Exchange exchange) {
        Reply reply = exchange.getMessage().getBody(Reply.class);
        Pending pending = pending(exchange);
        if (pending != null) {
            recorder.settle(pending, envelope(exchange), reply);
        } else {
            recorder.settle(reply);
        }
    }

    /** When even the failure cannot be noted, the claim lapses by itself and the message is tried again. */
    private void fail(Exchange exchange) {
        Pending failed = exchange.getMessage().getBody(Pending.class);
        Throwable why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        boolean isForeign = why instanceof SSLPeerUnverifiedException;
        if (exchange.getProperty(LEAVING) != null && !isForeign && !isOnlySlow(why)) {
            endpoints.failed(failed.message().receiver());
        }
        try {
            recorder.failed(failed, isForeign ? Receiver.foreign(failed.tenant().value()) : why);
            outage.ended();
        } catch (RuntimeException e) {
            outage.began(e);
        }
    }

    /** A heavy message that took too long, or found no room over there, says nothing of others on the same way. */
    static boolean isOnlySlow(Throwable why) {
        return why instanceof HttpTimeoutException && !(why instanceof HttpConnectTimeoutException);
    }

    private static Pending pending(Exchange exchange) {
        return exchange.getProperty(PENDING, Pending.class);
    }

    private static Envelope envelope(Exchange exchange) {
        return exchange.getProperty(ENVELOPE, Envelope.class);
    }

    private static String sender(Exchange exchange) {
        return pending(exchange).tenant().value();
    }

    private static String receiver(Exchange exchange) {
        return pending(exchange).message().receiver();
    }
}
