package org.yichuang.shell.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.yichuang.kernel.api.Examination;
import org.yichuang.shell.internal.commands.Examiner;

/**
 * Keeps the shell wired to the modules that are there. It outlives them, and the container refreshes nobody by itself,
 * so without this the shell would go on with the classes of a module that was taken out and not see the one that came.
 * Nothing is wired to the shell: its refresh disturbs nobody.
 */
public final class Rewiring implements BundleActivator, BundleListener {
    private BundleContext context;

    @Override
    public void start(BundleContext own) {
        context = own;
        context.addBundleListener(this);
        context.registerService(Examination.class, new Examiner(own), null);
    }

    @Override
    public void stop(BundleContext own) {
        context.removeBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        boolean gone = event.getType() == BundleEvent.UNINSTALLED && isWiredTo(event.getBundle());
        boolean come = event.getType() == BundleEvent.STARTED && isMissed(event.getBundle());
        if (gone || come) {
            Bundle framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
            framework.adapt(FrameworkWiring.class).refreshBundles(List.of(context.getBundle()));
        }
    }

    private boolean isWiredTo(Bundle bundle) {
        return wires().stream().anyMatch(wire -> wire.getProvider().getBundle().equals(bundle));
    }

    /** Whether a bundle brings a package that the shell would use and has not, or has from one that was taken out. */
    private boolean isMissed(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null || bundle.equals(context.getBundle())) {
            return false;
        }
        Set<Object> wired = wires().stream()
                .filter(wire -> wire.getProvider().getBundle().getState() != Bundle.UNINSTALLED)
                .map(wire -> wire.getCapability().getAttributes().get(BundleRevision.PACKAGE_NAMESPACE))
                .collect(Collectors.toSet());
        List<BundleRequirement> missing = context.getBundle()
                .adapt(BundleRevision.class)
                .getDeclaredRequirements(BundleRevision.PACKAGE_NAMESPACE);
        List<BundleCapability> brought = revision.getDeclaredCapabilities(BundleRevision.PACKAGE_NAMESPACE);
        return brought.stream()
                .filter(capability -> !wired.contains(capability.getAttributes().get(BundleRevision.PACKAGE_NAMESPACE)))
                .anyMatch(capability -> missing.stream().anyMatch(requirement -> requirement.matches(capability)));
    }

    private List<BundleWire> wires() {
        BundleWiring wiring = context.getBundle().adapt(BundleWiring.class);
        return wiring == null ? List.of() : wiring.getRequiredWires(BundleRevision.PACKAGE_NAMESPACE);
    }
}
