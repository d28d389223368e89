package org.yichuang.linkage.internal;

import java.time.Duration;
import java.util.Optional;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenants;

/** How each centre is reached, by its own setting: in this deployment, or over an endpoint of Camel. */
public class CentreEndpoints {
    private static final String LOCAL = "local";

    /** Where a centre is reached; {@code {receiver}} stands for its id. */
    static final SettingDefinition TRANSPORT = SettingDefinition.form(
            "exchange.transport",
            LOCAL,
            LOCAL + "|jms:queue:([A-Za-z0-9._-]|\\{receiver\\}){1,100}",
            LocalizedMessage.of(CentreEndpoints.class, "setting.must-be-transport"));

    private final Tenants tenants;

    public CentreEndpoints(Tenants tenants) {
        this.tenants = tenants;
    }

    /**
     * Returns the endpoint that messages to a centre are handed to; empty where the centre is reached in this
     * deployment, or is none.
     *
     * @param life how long a message is worth carrying: a broker lets it go then, and another copy has left
     */
    public Optional<String> elsewhere(String centre, Duration life) {
        return Optional.ofNullable(centre)
                .filter(TenantId::isWellFormed)
                .flatMap(id -> tenants.find(new TenantId(id)))
                .map(found -> found.policy(TRANSPORT.key(), TRANSPORT.usual()).strip())
                .filter(transport -> !transport.equals(LOCAL))
                .map(transport -> endpoint(transport.replace("{receiver}", centre), life));
    }

    private static String endpoint(String transport, Duration life) {
        return transport.startsWith("jms:") ? transport + "?timeToLive=" + life.toMillis() : transport;
    }
}
