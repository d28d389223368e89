package org.yichuang.camel.internal;

import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/** Publishes the Camel context and runs the routes and components that others register as services. */
public final class Activator implements BundleActivator {
    /** The property of a component's service that says under which scheme it is reached. */
    private static final String SCHEME = "camel.scheme";

    private CamelHost host;
    private ServiceTracker<Component, Component> components;
    private ServiceTracker<RoutesBuilder, RoutesBuilder> routes;

    @Override
    public void start(BundleContext context) throws InvalidSyntaxException {
        host = new CamelHost();
        components = new ServiceTracker<>(
                context,
                FrameworkUtil.createFilter("(&(objectClass=" + Component.class.getName() + ")(" + SCHEME + "=*))"),
                new ComponentWhiteboard(context, host));
        routes = new ServiceTracker<>(context, RoutesBuilder.class, new RoutesWhiteboard(context, host));
        context.registerService(CamelContext.class, host.context(), null);
        context.registerService(ProducerTemplate.class, host.producer(), null);
        components.open();
        routes.open();
    }

    @Override
    public void stop(BundleContext context) {
        routes.close();
        components.close();
        host.close();
    }

    private record ComponentWhiteboard(BundleContext context, CamelHost host)
            implements ServiceTrackerCustomizer<Component, Component> {
        @Override
        public Component addingService(ServiceReference<Component> reference) {
            Component component = context.getService(reference);
            host.add(scheme(reference), component);
            return component;
        }

        @Override
        public void modifiedService(ServiceReference<Component> reference, Component component) {
            // A component keeps the scheme under which it came.
        }

        @Override
        public void removedService(ServiceReference<Component> reference, Component component) {
            host.remove(scheme(reference), component);
            context.ungetService(reference);
        }

        private static String scheme(ServiceReference<Component> reference) {
            return reference.getProperty(SCHEME).toString();
        }
    }

    private record RoutesWhiteboard(BundleContext context, CamelHost host)
            implements ServiceTrackerCustomizer<RoutesBuilder, RoutesBuilder> {
        @Override
        public RoutesBuilder addingService(ServiceReference<RoutesBuilder> reference) {
            RoutesBuilder builder = context.getService(reference);
            host.add(builder);
            return builder;
        }

        @Override
        public void modifiedService(ServiceReference<RoutesBuilder> reference, RoutesBuilder builder) {
            // Routes are taken as they were when they came.
        }

        @Override
        public void removedService(ServiceReference<RoutesBuilder> reference, RoutesBuilder builder) {
            host.remove(builder);
            context.ungetService(reference);
        }
    }
}
