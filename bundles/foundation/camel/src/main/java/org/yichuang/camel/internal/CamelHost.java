package org.yichuang.camel.internal;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the one Camel context of the container, into which modules put their routes and from which they take them.
 *
 * <p>One context, so that {@code direct:} and {@code seda:} reach from one module into another.
 */
final class CamelHost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CamelHost.class);
    /** What a module that is taken out waits for its messages in flight. */
    private static final long PATIENCE_SECONDS = 10;

    private final DefaultCamelContext context;
    private final ProducerTemplate producer;

    CamelHost() {
        ClassLoader before = enter();
        try {
            context = new DefaultCamelContext(false);
            context.getCamelContextExtension().setName("yichuang");
            context.setApplicationContextClassLoader(CamelHost.class.getClassLoader());
            context.getShutdownStrategy().setTimeout(PATIENCE_SECONDS);
            context.setStreamCaching(false);
            // A sender whose receiver was taken out fails at once and tries again later, instead of holding a thread.
            context.getComponent("direct", DirectComponent.class).setBlock(false);
            context.start();
            producer = context.createProducerTemplate();
        } finally {
            leave(before);
        }
    }

    CamelContext context() {
        return context;
    }

    ProducerTemplate producer() {
        return producer;
    }

    /**
     * Adds and starts the routes of one builder.
     *
     * @return the ids under which they run, for {@link #remove}; empty if they were refused, be it by an
     *     error of the builder's own, which is logged: the routes of others run on
     */
    synchronized List<String> add(RoutesBuilder routes) {
        ClassLoader before = enter();
        List<RouteDefinition> known = List.copyOf(context.getRouteDefinitions());
        try {
            context.addRoutes(routes);
            List<String> added = added(known);
            LOG.info("Routes started: {}", added);
            return added;
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            // Also errors: a bundle whose imports have gone has lost its classes
            LOG.error("The routes of {} were refused", routes.getClass().getName(), e);
            remove(added(known));
            return List.of();
        } finally {
            leave(before);
        }
    }

    /** Lets messages in flight finish, then takes the routes out. */
    synchronized void remove(List<String> routes) {
        ClassLoader before = enter();
        try {
            for (String route : routes) {
                takeOut(route);
            }
        } finally {
            leave(before);
        }
    }

    @Override
    public synchronized void close() {
        ClassLoader before = enter();
        try {
            producer.stop();
            context.stop();
        } finally {
            leave(before);
        }
    }

    private void takeOut(String route) {
        try {
            context.getRouteController().stopRoute(route);
            context.removeRoute(route);
            RouteDefinition definition = context.getRouteDefinition(route);
            if (definition != null) {
                context.removeRouteDefinition(definition);
            }
            LOG.info("Route removed: {}", route);
        } catch (Exception e) {
            LOG.error("The route {} could not be removed", route, e);
        }
    }

    private List<String> added(List<RouteDefinition> known) {
        List<String> added = new ArrayList<>();
        for (RouteDefinition definition : context.getRouteDefinitions()) {
            if (!known.contains(definition)) {
                added.add(definition.getRouteId());
            }
        }
        return added;
    }

    /** Camel looks for its components with the thread's loader. */
    private static ClassLoader enter() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(CamelHost.class.getClassLoader());
        return before;
    }

    private static void leave(ClassLoader before) {
        Thread.currentThread().setContextClassLoader(before);
    }
}
