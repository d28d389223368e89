package org.yichuang.pages.internal;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.yichuang.pages.api.PageModule;

/**
 * Follows the modules' services. A tracker and not a Blueprint reference list, because a leaving module must be held (by
 * the thread that stops it) until its running requests have ended, and a reference list's proxy is gone by then.
 */
public class ModuleTracker implements ServiceTrackerCustomizer<PageModule, PageModule> {
    private final BundleContext bundles;
    private final Registry registry;
    private final ServiceTracker<PageModule, PageModule> tracker;

    /** Follows the modules that the bundle sees. */
    public ModuleTracker(BundleContext bundles, Registry registry) {
        this.bundles = bundles;
        this.registry = registry;
        tracker = new ServiceTracker<>(bundles, PageModule.class, this);
    }

    /** Begins to follow. */
    public void open() {
        tracker.open();
    }

    /** Lets all modules go. */
    public void close() {
        tracker.close();
    }

    @Override
    public PageModule addingService(ServiceReference<PageModule> reference) {
        PageModule module = bundles.getService(reference);
        registry.added(module);
        return module;
    }

    @Override
    public void modifiedService(ServiceReference<PageModule> reference, PageModule module) {
        // Properties of the service mean nothing to the door
    }

    @Override
    public void removedService(ServiceReference<PageModule> reference, PageModule module) {
        registry.removed(module);
        bundles.ungetService(reference);
    }
}
