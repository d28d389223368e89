package org.yichuang.linkage.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.internal.domain.ReceiverBreakers;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenants;

/**
 * How each centre is reached, by its own setting: in this deployment, or over an endpoint of Camel. Then a breaker says
 * whether it is tried at all.
 */
public class CentreEndpoints {
    private static final String LOCAL = "local";

    /** Where a centre is reached; {@code {receiver}} stands for its id. */
    static final SettingDefinition TRANSPORT = SettingDefinition.form(
            "exchange.transport",
            LOCAL,
            LOCAL + "|jms:queue:([A-Za-z0-9._-]|\\{receiver\\}){1,100}",
            LocalizedMessage.of(CentreEndpoints.class, "setting.must-be-transport"));

    private final Tenants tenants;
    private final ReceiverBreakers breakers;

    /** @param breakers those of the centres that are reached elsewhere */
    public CentreEndpoints(Tenants tenants, ReceiverBreakers breakers) {
        this.tenants = tenants;
        this.breakers = breakers;
    }

    /** Tells whether messages to a centre leave this deployment. */
    public boolean isElsewhere(String centre) {
        return transport(centre).isPresent();
    }

    /** Says how a centre is reached: {@code local}, or an endpoint; empty when there is no such centre. */
    public String described(String centre) {
        return transport(centre)
                .map(transport -> transport.replace("{receiver}", centre))
                .orElseGet(() -> isKnown(centre) ? LOCAL : "");
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
     */
    public Optional<String> elsewhere(String centre, Duration life) {
        return transport(centre).map(transport -> endpoint(transport.replace("{receiver}", centre), life));
    }

    private boolean isKnown(String centre) {
        return TenantId.isWellFormed(centre)
                && tenants.find(new TenantId(centre)).isPresent();
    }

    private Optional<String> transport(String centre) {
        return Optional.ofNullable(centre)
                .filter(TenantId::isWellFormed)
                .flatMap(id -> tenants.find(new TenantId(id)))
                .map(found -> found.policy(TRANSPORT.key(), TRANSPORT.usual()).strip())
                .filter(transport -> !transport.equals(LOCAL));
    }

    private static String endpoint(String transport, Duration life) {
        return transport.startsWith("jms:") ? transport + "?timeToLive=" + life.toMillis() : transport;
    }
}
