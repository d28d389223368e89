package org.yichuang.windows.internal.health;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.HealthCheckRegistrar;
import org.yichuang.shell.api.ModuleCheck;
import org.yichuang.windows.internal.DemonstrationHall;

/** The health check of the hall: are those of the demonstration set up, where they are asked for? */
public class WindowsChecks extends HealthCheckRegistrar {
    public WindowsChecks(BundleContext context, DemonstrationHall demonstration) {
        super(context, List.of(new DemonstrationCheck(demonstration)));
    }

    private static final class DemonstrationCheck extends ModuleCheck {
        private final DemonstrationHall demonstration;

        DemonstrationCheck(DemonstrationHall demonstration) {
            super("demonstration-hall", READY);
            this.demonstration = demonstration;
        }

        @Override
        protected List<Finding> look() {
            String centres = String.join(", ", demonstration.waiting());
            return List.of(
                    centres.isEmpty()
                            ? Finding.ok(LocalizedMessage.of(WindowsChecks.class, "demonstration.none-waits"))
                            : Finding.notYet(
                                    LocalizedMessage.of(WindowsChecks.class, "demonstration.being-set-up", centres)));
        }
    }
}
