package org.yichuang.camel.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.NoSuchEndpointException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.util.ObjectHelper;
import org.apache.camel.util.StringHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the one Camel context of the container, into which others put their routes and components and from which they
 * take them.
 *
 * <p>One context, so that {@code direct:} and {@code seda:} reach from one module into another.
 */
final class CamelHost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CamelHost.class);
    /** What a module that is taken out waits for its messages in flight. */
    private static final long PATIENCE_SECONDS = 10;

    private final DefaultCamelContext context;
    private final ProducerTemplate producer;
    private final Map<RoutesBuilder, List<String>> running = new LinkedHashMap<>();
    private final Set<RoutesBuilder> waiting = new LinkedHashSet<>();
    private final Map<String, Component> components = new HashMap<>();

    CamelHost() {
        ClassLoader before = enter();
        try {
            context = new DefaultCamelContext(false);
            context.getCamelContextExtension().setName("yichuang");
            context.setApplicationContextClassLoader(CamelHost.class.getClassLoader());
            context.getShutdownStrategy().setTimeout(PATIENCE_SECONDS);
            context.setStreamCaching(false);
            context.getManagementNameStrategy().setNamePattern("#name#"); // no counter: one context, one name
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
     * Adds and starts the routes of one builder. Those that need a component which is not here wait for it.
     *
     * <p>A builder that is refused for another reason, be it an error of its own, is logged; the routes of others run
     * on.
     */
    synchronized void add(RoutesBuilder builder) {
        ClassLoader before = enter();
        try {
            begin(builder);
        } finally {
            leave(before);
        }
    }

    /** Lets messages in flight finish, then takes the routes out. */
    synchronized void remove(RoutesBuilder builder) {
        ClassLoader before = enter();
        try {
            waiting.remove(builder);
            end(builder);
        } finally {
            leave(before);
        }
    }

    /**
     * A component has come: routes may use it under its scheme, and those that waited for it begin.
     *
     * <p>It may lie in a bundle of its own with libraries of its own; where two have one scheme, the first is used.
     */
    synchronized void add(String scheme, Component component) {
        ClassLoader before = enter();
        try {
            if (context.hasComponent(scheme) != null) {
                LOG.warn(
                        "There is a component {} already: {} is not used",
                        scheme,
                        component.getClass().getName());
                return;
            }
            context.addComponent(scheme, component);
            components.put(scheme, component);
            LOG.info("Component added: {}", scheme);
            Set<RoutesBuilder> again = new LinkedHashSet<>(waiting);
            waiting.clear();
            again.forEach(this::begin);
        } finally {
            leave(before);
        }
    }

    /** A component goes: routes that name it end, and wait until it comes back. */
    synchronized void remove(String scheme, Component component) {
        if (components.get(scheme) != component) {
            return; // one that was not used
        }
        ClassLoader before = enter();
        try {
            for (RoutesBuilder builder : List.copyOf(running.keySet())) {
                if (running.get(builder).stream().anyMatch(route -> uses(route, scheme))) {
                    end(builder);
                    waiting.add(builder);
                }
            }
            components.remove(scheme);
            forget(scheme);
            LOG.info("Component removed: {}", scheme);
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

    private void begin(RoutesBuilder builder) {
        List<RouteDefinition> known = List.copyOf(context.getRouteDefinitions());
        try {
            context.addRoutes(builder);
            List<String> added = added(known);
            running.put(builder, added);
            if (!added.isEmpty()) {
                LOG.info("Routes started: {}", added);
            }
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            // Also errors: a bundle whose imports have gone has lost its classes
            added(known).forEach(this::takeOut);
            NoSuchEndpointException missing = ObjectHelper.getException(NoSuchEndpointException.class, e);
            if (missing != null) {
                waiting.add(builder);
                String scheme = StringHelper.before(missing.getUri(), ":", missing.getUri());
                LOG.info(
                        "The routes of {} wait for the component {}",
                        builder.getClass().getName(),
                        scheme);
            } else {
                LOG.error("The routes of {} were refused", builder.getClass().getName(), e);
            }
        }
    }

    /** The last one first: what a route hands its messages on to began before it, and ends after it. */
    private void end(RoutesBuilder builder) {
        List<String> routes = new ArrayList<>(running.getOrDefault(builder, List.of()));
        running.remove(builder);
        Collections.reverse(routes);
        routes.forEach(this::takeOut);
    }

    private boolean uses(String route, String scheme) {
        RouteDefinition definition = context.getRouteDefinition(route);
        return isOf(definition.getInput().getUri(), scheme)
                || ProcessorDefinitionHelper.filterTypeInOutputs(definition.getOutputs(), ToDefinition.class).stream()
                        .anyMatch(to -> isOf(to.getEndpointUri(), scheme));
    }

    /** A later component of the scheme must not be given the endpoints of the former one. */
    private void forget(String scheme) {
        context.removeComponent(scheme);
        for (Endpoint endpoint : List.copyOf(context.getEndpoints())) {
            if (isOf(endpoint.getEndpointUri(), scheme)) {
                try {
                    context.removeEndpoint(endpoint);
                } catch (Exception e) {
                    LOG.error("The endpoint {} could not be removed", endpoint, e);
                }
            }
        }
    }

    private static boolean isOf(String uri, String scheme) {
        return uri.startsWith(scheme + ":");
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
