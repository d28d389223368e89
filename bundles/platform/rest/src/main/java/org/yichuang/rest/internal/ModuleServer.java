package org.yichuang.rest.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.yichuang.rest.api.RestModule;

/** The JAX-RS server of one module, on a bus of its own: nothing is shared that another module's coming could touch. */
final class ModuleServer {
    private final RestModule module;
    private final Operations operations;
    private final CXFNonSpringServlet servlet;
    private final Bus bus;
    private final Server server;
    private final AtomicInteger running = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private volatile boolean closing;

    /**
     * @param providers filters, mappers and converters that every module's server has
     */
    ModuleServer(
            RestModule module, Operations operations, List<?> providers, Validation validation, ServletConfig config)
            throws ServletException {
        this.module = module;
        this.operations = operations;
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader framework = Bus.class.getClassLoader();
        thread.setContextClassLoader(framework);
        try {
            bus = new ExtensionManagerBus(null, null, framework);
            bus.setProperty("default.wae.mapper.least.specific", true);
            // Usually 300 bytes, which a file's name in Chinese soon needs
            bus.setProperty("attachment-max-header-size", "4096");
            ((ExtensionManagerBus) bus).initialize();
            // In the container all buses get one and the same transport, where the second module finds "/" taken
            HTTPTransportFactory transport = new HTTPTransportFactory();
            servlet = new CXFNonSpringServlet(transport.getRegistry(), false);
            servlet.setBus(bus);
            servlet.init(config);
            server = server(transport, providers, validation);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Server server(HTTPTransportFactory transport, List<?> providers, Validation validation) {
        List<Object> all = new ArrayList<>(providers);
        all.add(new AccessFilter(operations));
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setDestinationFactory(transport);
        factory.setAddress("/");
        factory.setServiceBeans(new ArrayList<>(module.resources()));
        factory.setProviders(all);
        factory.setInvoker(new CheckingInvoker(operations, validation));
        return factory.create();
    }

    String word() {
        return module.module();
    }

    RestModule module() {
        return module;
    }

    Operations operations() {
        return operations;
    }

    /** Serves a request; false when the module is just leaving. */
    boolean serve(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        running.incrementAndGet();
        try {
            if (closing) {
                return false;
            }
            servlet.service(request, response);
            return true;
        } finally {
            if (running.decrementAndGet() == 0 && closing) {
                signal();
            }
        }
    }

    private void signal() {
        lock.lock();
        try {
            idle.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets the running requests finish, takes no new ones, and ends.
     *
     * @return whether all of them finished in time
     */
    boolean close(Duration patience) {
        closing = true;
        boolean finished = awaitIdle(patience);
        server.destroy();
        servlet.destroy();
        bus.shutdown(false);
        return finished;
    }

    private boolean awaitIdle(Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (running.get() > 0 && left > 0) {
                left = idle.awaitNanos(left);
            }
            return running.get() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
