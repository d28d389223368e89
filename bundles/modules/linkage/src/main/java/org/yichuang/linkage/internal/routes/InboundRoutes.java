package org.yichuang.linkage.internal.routes;

import java.util.List;
import java.util.stream.IntStream;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.Reply;
import org.yichuang.linkage.internal.Settings;
import org.yichuang.linkage.internal.TakenOff;

/**
 * Where other deployments are heard: a route for each endpoint of the settings. By themselves, since they wait for a
 * transport that may come late, or never; what stays in this deployment is carried meanwhile.
 */
public class InboundRoutes extends RouteBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(InboundRoutes.class);

    private static final String QUEUES = "jms:";
    /** Set for what a queue gives again when it fails, as there is nobody on a line who hears why: who counts it. */
    private static final String FROM_A_QUEUE = "linkageFromAQueue";

    private final Settings.Values settings;
    private final TakenOff takenOff;

    /**
     * Works with the settings of the moment.
     *
     * @param takenOff counts what nobody can ever take
     */
    public InboundRoutes(Settings.Values settings, TakenOff takenOff) {
        this.settings = settings;
        this.takenOff = takenOff;
    }

    /** The routes by their ids. */
    public static List<String> ids(Settings.Values settings) {
        return IntStream.rangeClosed(1, settings.endpoints().size())
                .mapToObj(number -> "linkage-from-" + number)
                .toList();
    }

    /** Tells whether what has come is given again when it fails, for ever and whatever the reason. */
    static boolean isFromAQueue(Exchange exchange) {
        return exchange.getProperty(FROM_A_QUEUE) != null;
    }

    /** Takes off its queue what nobody can ever take. */
    static void takeOff(String why, Exchange exchange) {
        exchange.getProperty(FROM_A_QUEUE, TakenOff.class).add(why);
        exchange.setRouteStop(true);
    }

    /** A centre as a message names it, which may be anything, of any length. */
    static String named(String centre) {
        return TenantId.isWellFormed(centre) ? centre : "somebody who is no centre";
    }

    /**
     * Leaves on its queue what cannot be taken now, as while the database is away: the broker gives it again, where a
     * refusal would have it wait until the next copy.
     *
     * @throws ProblemException {@code unavailable}
     */
    static void leaveUnavailable(Reply reply, Exchange exchange) {
        if (isFromAQueue(exchange)
                && reply.refusal() != null
                && CommonError.UNAVAILABLE.code().equals(reply.refusal().code())) {
            throw ProblemException.of(CommonError.UNAVAILABLE);
        }
    }

    /**
     * Ends what has come in the name of somebody for whom its transport does not speak: who waits on the line hears of
     * it, and from a queue it is taken off.
     */
    static void refuseForeign(String sender, Exchange exchange) throws SSLPeerUnverifiedException {
        if (!isFromAQueue(exchange)) {
            LOG.warn(
                    "A message has come under a certificate that does not speak for {}, and is refused", named(sender));
            throw new SSLPeerUnverifiedException("The certificate does not name " + named(sender));
        }
        takeOff("its user of the broker does not speak for " + named(sender), exchange);
    }

    /** Leaves an answer out that has come from somebody else than who had to give it. */
    static void leaveOut(String receiver, Exchange exchange) {
        if (isFromAQueue(exchange)) {
            takeOff("its user of the broker does not answer for " + named(receiver), exchange);
        } else {
            LOG.warn("An answer has come under a certificate that does not name {}, and is left out", named(receiver));
        }
    }

    /**
     * What fails is given again by the transport: the effect and the receipt of a message come once all the same. What
     * can never be taken is left out where a queue would give it again for ever; of what it should have said another
     * copy comes.
     */
    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        List<String> ids = ids(settings);
        for (int place = 0; place < ids.size(); place++) {
            String endpoint = settings.endpoints().get(place);
            TakenOff counts = endpoint.startsWith(QUEUES) ? takenOff : null;
            from(endpoint)
                    .routeId(ids.get(place))
                    .removeProperties("linkage*") // what has come is its body and its kind, and nothing else
                    .process(exchange -> exchange.setProperty(FROM_A_QUEUE, counts))
                    .filter(exchange -> !isFromAQueue(exchange) || hasBytes(exchange))
                    .choice()
                    .when(header(LinkageRoutes.KIND).isEqualTo(LinkageRoutes.ANSWER))
                    .to("direct:linkage-answered")
                    .when(header(LinkageRoutes.KIND).isEqualTo(FileRoutes.FILE))
                    .to("direct:linkage-file")
                    .otherwise()
                    .to("direct:linkage-arrived")
                    .end();
        }
    }

    /** Objects, maps and nothing at all are no message of ours. */
    private static boolean hasBytes(Exchange exchange) {
        try {
            exchange.getMessage().getMandatoryBody(byte[].class);
            return true;
        } catch (InvalidPayloadException | RuntimeException e) {
            takeOff("it is neither bytes nor text", exchange);
            return false;
        }
    }
}
