package org.yichuang.web.internal.server;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.ws.rs.ext.RuntimeDelegate;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.yichuang.web.api.HostedModule;
import org.yichuang.web.api.ModuleAdapter;
import org.yichuang.web.api.ModuleHost;
import org.yichuang.web.api.ModuleHosts;

/** Follows the modules' services on behalf of the surfaces. */
public final class DefaultModuleHosts implements ModuleHosts {
    private final List<TrackedHost<?, ?>> open = new CopyOnWriteArrayList<>();

    private final EventStreams streams;

    /** Makes the specification find its implementation. */
    public DefaultModuleHosts(EventStreams streams) {
        this.streams = streams;
        // OSGi: the specification's own search for its implementation looks into the wrong class loaders
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
    }

    @Override
    public <M, S> ModuleHost<M, S> open(Class<M> type, ModuleAdapter<M, S> adapter) {
        Bundle surface = FrameworkUtil.getBundle(type);
        DefaultModuleHost<M, S> host = new DefaultModuleHost<>(adapter, streams);
        if (surface == null) { // outside of a framework modules are added by hand
            return host;
        }
        TrackedHost<M, S> tracked = new TrackedHost<>(surface.getBundleContext(), type, host);
        open.add(tracked);
        tracked.tracker.open();
        return tracked;
    }

    /** Lets all modules of all surfaces go. */
    public void close() {
        open.forEach(TrackedHost::close);
        open.clear();
    }

    /**
     * A tracker and not a Blueprint reference list, because a leaving module must be held (by the thread that stops it)
     * until its running requests have ended, and a reference list's proxy is gone by then.
     */
    private static final class TrackedHost<M, S> implements ModuleHost<M, S>, ServiceTrackerCustomizer<M, M> {
        private final BundleContext bundles;
        private final DefaultModuleHost<M, S> host;
        private final ServiceTracker<M, M> tracker;

        private TrackedHost(BundleContext bundles, Class<M> type, DefaultModuleHost<M, S> host) {
            this.bundles = bundles;
            this.host = host;
            tracker = new ServiceTracker<>(bundles, type, this);
        }

        @Override
        public M addingService(ServiceReference<M> reference) {
            M module = bundles.getService(reference);
            if (module != null) {
                host.add(reference, module);
            }
            return module;
        }

        @Override
        public void modifiedService(ServiceReference<M> reference, M module) {
            // Properties of the service mean nothing here
        }

        @Override
        public void removedService(ServiceReference<M> reference, M module) {
            host.remove(reference);
            bundles.ungetService(reference);
        }

        @Override
        public void add(Object key, M module) {
            host.add(key, module);
        }

        @Override
        public void remove(Object key) {
            host.remove(key);
        }

        @Override
        public Optional<HostedModule<S>> find(String root) {
            return host.find(root);
        }

        @Override
        public List<HostedModule<S>> all() {
            return host.all();
        }

        @Override
        public void close() {
            tracker.close();
            host.close();
        }
    }
}
