package org.yichuang.linkage.internal.health;

import java.time.Clock;
import java.util.List;
import org.apache.camel.CamelContext;
import org.osgi.framework.BundleContext;
import org.yichuang.journal.api.Outbox;
import org.yichuang.journal.api.Transactions;
import org.yichuang.linkage.api.CentreKeys;
import org.yichuang.linkage.internal.ExportedKeys;
import org.yichuang.linkage.internal.Settings;
import org.yichuang.linkage.internal.TakenOff;
import org.yichuang.linkage.internal.TransportCertificates;
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
            TransportCertificates certificates,
            CentreKeys keys,
            Transactions transactions,
            TakenOff takenOff,
            Clock machineClock) {
        super(
                context,
                List.of(
                        new ExchangeCheck(outbox, tenants, whereabouts, machineClock),
                        new RouteCheck(camel, settings),
                        new KeyCheck(tenants, whereabouts, keys, new ExportedKeys(transactions)),
                        new TakenOffCheck(takenOff),
                        new CertificateCheck(certificates::all, machineClock)));
    }
}
