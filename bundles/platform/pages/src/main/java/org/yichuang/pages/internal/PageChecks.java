package org.yichuang.pages.internal;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.HealthCheckRegistrar;
import org.yichuang.shell.api.ModuleCheck;

/** The health check of the pages: are they served? */
public class PageChecks extends HealthCheckRegistrar {
    public PageChecks(BundleContext context, PageModules modules) {
        super(context, List.of(new ServedPagesCheck(modules)));
    }

    private static final class ServedPagesCheck extends ModuleCheck {
        private final PageModules modules;

        ServedPagesCheck(PageModules modules) {
            super("pages", READY, DOCTOR);
            this.modules = modules;
        }

        @Override
        protected List<Finding> look() {
            return List.of(
                    modules.isServed()
                            ? Finding.ok(LocalizedMessage.of(PageChecks.class, "page-checks.they-served"))
                            : Finding.notYet(LocalizedMessage.of(PageChecks.class, "page-checks.they-not-served-yet")));
        }
    }
}
