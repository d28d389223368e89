package org.yichuang.camel.internal;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/** Publishes the Camel context and runs the routes that modules register as services. */
public final class Activator implements BundleActivator {
    private CamelHost host;
    private ServiceTracker<RoutesBuilder, List<String>> routes;

    @Override
    public void start(BundleContext context) {
        host = new CamelHost();
        routes = new ServiceTracker<>(context, RoutesBuilder.class, new RoutesWhiteboard(context, host));
        context.registerService(CamelContext.class, host.context(), null);
        context.registerService(ProducerTemplate.class, host.producer(), null);
        routes.open();
    }

    @Override
    public void stop(BundleContext context) {
        routes.close();
        host.close();
    }

    private record RoutesWhiteboard(BundleContext context, CamelHost host)
            implements ServiceTrackerCustomizer<RoutesBuilder, List<String>> {
        @Override
        public List<String> addingService(ServiceReference<RoutesBuilder> reference) {
            return host.add(context.getService(reference));
        }

        @Override
        public void modifiedService(ServiceReference<RoutesBuilder> reference, List<String> running) {
            // Routes are taken as they were when they came.
        }

        @Override
        public void removedService(ServiceReference<RoutesBuilder> reference, List<String> running) {
            host.remove(running);
            context.ungetService(reference);
        }
    }
}
