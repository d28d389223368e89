package org.yichuang.linkage.internal.health;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.yichuang.journal.api.Outbox;
import org.yichuang.linkage.internal.Settings;
import org.yichuang.linkage.internal.Whereabouts;
import org.yichuang.shell.api.HealthCheckRegistrar;
import org.yichuang.tenancy.api.Tenants;

/** The health checks of the linkage. */
public class LinkageChecks extends HealthCheckRegistrar {
    public LinkageChecks(
            BundleContext context,
            Outbox outbox,
            Tenants tenants,
            Whereabouts whereabouts,
            CamelContext camel,
            Settings.Values settings,
            Clock machineClock) {
        super(
                context,
                List.of(
                        new ExchangeCheck(outbox, tenants, whereabouts, machineClock),
                        new RouteCheck(camel, settings),
                        new CertificateCheck(() -> certificates(context), machineClock)));
    }

    /** Those of the transports that say which they have. */
    private static List<String> certificates(BundleContext context) {
        try {
            return context.getServiceReferences(Component.class, "(certificates=*)").stream()
                    .flatMap(transport -> Stream.of((String[]) transport.getProperty("certificates")))
                    .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("A constant filter is none", e);
        }
    }
}
