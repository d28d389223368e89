package org.yichuang.shell.internal.health;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ManagedService;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.settings.OperatorSettings;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Which values in the files of all modules make no sense: what was in force before holds in their place. */
public class SettingsCheck extends ModuleCheck {
    private static final String OURS = "(service.pid=org.yichuang.*)";

    private final BundleContext context;

    public SettingsCheck(BundleContext context) {
        super("settings", DOCTOR);
        this.context = context;
    }

    @Override
    protected List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        for (ServiceReference<ManagedService> reference : references()) {
            if (context.getService(reference) instanceof OperatorSettings<?> settings) {
                String file = "etc/" + reference.getProperty("service.pid") + ".cfg";
                settings.refused()
                        .forEach(problem -> findings.add(Finding.warn(
                                LocalizedMessage.of(
                                        SettingsCheck.class,
                                        "settings-check.refused",
                                        file,
                                        problem.field(),
                                        problem.message()),
                                LocalizedMessage.of(SettingsCheck.class, "settings-check.advice", problem.field()))));
            }
            context.ungetService(reference);
        }
        return findings.isEmpty()
                ? List.of(Finding.ok(LocalizedMessage.of(SettingsCheck.class, "settings-check.all-in-force")))
                : findings;
    }

    private List<ServiceReference<ManagedService>> references() {
        try {
            return List.copyOf(context.getServiceReferences(ManagedService.class, OURS));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(OURS, e);
        }
    }
}
