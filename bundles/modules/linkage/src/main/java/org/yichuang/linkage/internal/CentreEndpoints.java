package org.yichuang.linkage.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.internal.domain.ReceiverBreakers;

/**
 * How each centre is reached, by its own setting: in this deployment, or over an endpoint of Camel. Then a breaker says
 * whether it is tried at all.
 */
public class CentreEndpoints {
    private static final String LOCAL = "local";

    private final Whereabouts whereabouts;
    private final ReceiverBreakers breakers;

    /** @param breakers those of the centres that are reached elsewhere */
    public CentreEndpoints(Whereabouts whereabouts, ReceiverBreakers breakers) {
        this.whereabouts = whereabouts;
        this.breakers = breakers;
    }

    /** Tells whether messages to a centre leave this deployment. */
    public boolean isElsewhere(String centre) {
        return whereabouts.transport(centre).isPresent();
    }

    /**
     * Says how a centre is reached: {@code local}, an endpoint, or {@code elsewhere} where it lives in another
     * deployment and nobody has said how it is reached there; empty when there is no such centre.
     */
    public String described(String centre) {
        return whereabouts.transport(centre).orElseGet(() -> {
            if (!whereabouts.isKnown(centre)) {
                return "";
            }
            return whereabouts.isHere(new TenantId(centre)) ? LOCAL : Whereabouts.NOWHERE;
        });
    }

    /** Until when nothing is tried to a centre, null while its way is open. */
    public Instant shutUntil(String centre) {
        return isElsewhere(centre) ? breakers.shutUntil().get(centre) : null;
    }

    /** The centres whose ways are shut; not those that are reached in this deployment since. */
    public Set<String> shut() {
        return breakers.shut().stream().filter(this::isElsewhere).collect(Collectors.toUnmodifiableSet());
    }

    /** Those of them to whom one message is to go now, to see whether the way is open again. */
    public Set<String> probes() {
        return breakers.probes().stream().filter(this::isElsewhere).collect(Collectors.toUnmodifiableSet());
    }

    /** A message has been handed over. */
    public boolean worked(String centre) {
        return breakers.worked(centre);
    }

    /** A message could not be handed over. */
    public void failed(String centre) {
        breakers.failed(centre);
    }

    /**
     * Returns the endpoint that messages to a centre are handed to; empty where the centre is reached in this
     * deployment, or is none.
     *
     * @param life how long a message is worth carrying: a broker lets it go then, and another copy has left
     * @throws ProblemException {@code centre-elsewhere} where it lives elsewhere and nobody has said how it is reached
     */
    public Optional<String> elsewhere(String centre, Duration life) {
        Optional<String> endpoint = whereabouts.transport(centre).map(transport -> endpoint(transport, life));
        if (endpoint.isEmpty()) {
            whereabouts.requireWay(centre);
        }
        return endpoint;
    }

    private static String endpoint(String transport, Duration life) {
        return transport.startsWith("jms:") ? transport + "?timeToLive=" + life.toMillis() : transport;
    }
}
