package org.yichuang.shell.internal.commands;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.yichuang.shell.internal.desks.Services;

/** The services of the framework, held while one command runs. */
final class OsgiServices implements Services, AutoCloseable {
    private final BundleContext context;
    private final List<ServiceReference<?>> held = new ArrayList<>();

    OsgiServices(BundleContext context) {
        this.context = context;
    }

    @Override
    public <T> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(context.getServiceReference(type)).map(this::hold);
    }

    @Override
    public <T> Optional<T> find(Class<T> type, String filter) {
        return references(type, filter).stream().findFirst().map(this::hold);
    }

    @Override
    public <T> List<T> all(Class<T> type) {
        List<T> services = new ArrayList<>();
        for (ServiceReference<T> reference : references(type, null)) {
            Optional.ofNullable(hold(reference)).ifPresent(services::add);
        }
        return services;
    }

    @Override
    public void close() {
        held.forEach(context::ungetService);
    }

    private <T> T hold(ServiceReference<T> reference) {
        held.add(reference);
        return context.getService(reference);
    }

    private <T> Collection<ServiceReference<T>> references(Class<T> type, String filter) {
        try {
            return context.getServiceReferences(type, filter);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(filter, e);
        }
    }
}
