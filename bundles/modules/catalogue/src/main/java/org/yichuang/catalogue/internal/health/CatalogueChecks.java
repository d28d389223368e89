package org.yichuang.catalogue.internal.health;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.yichuang.catalogue.internal.DemonstrationCatalogue;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.HealthCheckRegistrar;
import org.yichuang.shell.api.ModuleCheck;

/** The health check of the catalogue: are the files of the demonstration in, where they are asked for? */
public class CatalogueChecks extends HealthCheckRegistrar {
    public CatalogueChecks(BundleContext context, DemonstrationCatalogue demonstration) {
        super(context, List.of(new DemonstrationCheck(demonstration)));
    }

    private static final class DemonstrationCheck extends ModuleCheck {
        private final DemonstrationCatalogue demonstration;

        DemonstrationCheck(DemonstrationCatalogue demonstration) {
            super("demonstration-catalogue", READY);
            this.demonstration = demonstration;
        }

        @Override
        protected List<Finding> look() {
            String centres = String.join(", ", demonstration.waiting());
            return List.of(
                    centres.isEmpty()
                            ? Finding.ok(LocalizedMessage.of(CatalogueChecks.class, "demonstration.none-waits"))
                            : Finding.notYet(LocalizedMessage.of(
                                    CatalogueChecks.class, "demonstration.being-imported", centres)));
        }
    }
}
