package org.yichuang.rest.internal;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.yichuang.rest.api.RestModule;

/**
 * Follows the modules' services. A tracker and not a Blueprint reference list, because a leaving module must be held
 * (by the thread that stops it) until its running requests have ended, and a reference list's proxy is gone by then.
 */
public final class ModuleTracker implements ServiceTrackerCustomizer<RestModule, RestModule> {
    private final BundleContext bundles;
    private final ServiceTracker<RestModule, RestModule> tracker;
    private volatile Modules modules;

    /** Follows the modules that the bundle sees. */
    public ModuleTracker(BundleContext bundles) {
        this.bundles = bundles;
        tracker = new ServiceTracker<>(bundles, RestModule.class, this);
    }

    void open(Modules receiver) {
        modules = receiver;
        tracker.open();
    }

    void close() {
        tracker.close();
    }

    @Override
    public RestModule addingService(ServiceReference<RestModule> reference) {
        RestModule module = bundles.getService(reference);
        modules.add(reference, module);
        return module;
    }

    @Override
    public void modifiedService(ServiceReference<RestModule> reference, RestModule module) {
        // Properties of the service mean nothing to the door
    }

    @Override
    public void removedService(ServiceReference<RestModule> reference, RestModule module) {
        modules.remove(reference);
        bundles.ungetService(reference);
    }
}
