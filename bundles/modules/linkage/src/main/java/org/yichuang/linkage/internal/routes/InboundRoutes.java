package org.yichuang.linkage.internal.routes;

import java.util.List;
import java.util.stream.IntStream;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;
import org.yichuang.linkage.internal.Settings;

/**
 * Where other deployments are heard: a route for each endpoint of the settings. By themselves, since they wait for a
 * transport that may come late, or never; what stays in this deployment is carried meanwhile.
 */
public class InboundRoutes extends RouteBuilder {
    private static final String QUEUES = "jms:";
    /** Set to true for what a queue gives again when it fails: there is nobody on a line who hears why. */
    private static final String FROM_A_QUEUE = "linkageFromAQueue";

    private final Settings.Values settings;

    /** Works with the settings of the moment. */
    public InboundRoutes(Settings.Values settings) {
        this.settings = settings;
    }

    /** The routes by their ids. */
    public static List<String> ids(Settings.Values settings) {
        return IntStream.rangeClosed(1, settings.endpoints().size())
                .mapToObj(number -> "linkage-from-" + number)
                .toList();
    }

    /** Tells whether what has come is given again when it fails, for ever and whatever the reason. */
    static boolean isFromAQueue(Exchange exchange) {
        return exchange.getProperty(FROM_A_QUEUE, false, Boolean.class);
    }

    /**
     * Ends what has come in the name of somebody for whom its transport does not speak: who waits on the line hears of
     * it, and from a queue it is taken off.
     */
    static void refuseForeign(String sender, Exchange exchange) throws SSLPeerUnverifiedException {
        if (!isFromAQueue(exchange)) {
            throw new SSLPeerUnverifiedException("The certificate does not name " + sender);
        }
        exchange.setRouteStop(true);
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
            from(endpoint)
                    .routeId(ids.get(place))
                    .removeProperties("linkage*") // what has come is its body and its kind, and nothing else
                    .setProperty(FROM_A_QUEUE, constant(endpoint.startsWith(QUEUES)))
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
    private boolean hasBytes(Exchange exchange) {
        try {
            exchange.getMessage().getMandatoryBody(byte[].class);
            return true;
        } catch (InvalidPayloadException | RuntimeException e) {
            log.warn("A message has come that is neither bytes nor text, and is left out: {}", e.getMessage());
            return false;
        }
    }
}
