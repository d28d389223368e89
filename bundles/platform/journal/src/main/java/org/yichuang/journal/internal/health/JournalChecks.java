package org.yichuang.journal.internal.health;

import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.yichuang.journal.internal.DatabaseOutbox;
import org.yichuang.journal.internal.JournalCore;
import org.yichuang.journal.internal.JournalProof;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.shell.api.HealthCheckRegistrar;

/** The health checks of the journal. */
public class JournalChecks extends HealthCheckRegistrar {
    /** @param base where keys and anchors lie */
    public JournalChecks(
            BundleContext context,
            String base,
            JournalCore core,
            JournalProof proof,
            DatabaseOutbox outbox,
            PlatformClock clock) {
        super(
                context,
                List.of(
                        new KeyFileCheck(Path.of(base)),
                        new AnchoringCheck(core.anchorWatch()),
                        new AnchorCheck(core.anchorWatch(), proof.anchoring()),
                        new AnchorPlacesCheck(proof.anchoring(), proof.anchorHeads()),
                        new EpochCheck(proof.epochs()),
                        new MessageCheck(outbox),
                        new LeaseCheck(core.leases(), clock.machine()),
                        new RowSecurityCheck(core.rowSecurity())));
    }
}
