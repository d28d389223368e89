package org.yichuang.web.internal.server;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.yichuang.web.api.EventSource;
import org.yichuang.web.api.HostedModule;
import org.yichuang.web.api.ModuleParts;
import org.yichuang.web.api.OperationInterceptor;

/** The JAX-RS server of one module, on a bus of its own: nothing is shared that another module's coming could touch. */
final class CxfModuleServer<S> implements HostedModule<S> {
    private static final String MAX_PARTS = "64";
    private static final String MAX_PART_HEADERS = "4096";

    private final S snapshot;
    private final ModuleParts parts;
    private final CXFNonSpringServlet servlet;
    private final Bus bus;
    private final Server server;
    private final InFlightCounter running = new InFlightCounter();
    private final EventStreams streams;
    private final Set<AsyncEventStream> lasting = ConcurrentHashMap.newKeySet();

    CxfModuleServer(S snapshot, ModuleParts parts, EventStreams streams) throws ServletException {
        this.snapshot = snapshot;
        this.parts = parts;
        this.streams = streams;
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader framework = Bus.class.getClassLoader();
        thread.setContextClassLoader(framework);
        try {
            bus = bus(framework);
            // In the container all buses get one and the same transport, where the second module finds "/" taken
            HTTPTransportFactory transport = new HTTPTransportFactory();
            servlet = new CXFNonSpringServlet(transport.getRegistry(), false);
            servlet.setBus(bus);
            servlet.init(new ModuleServletConfig(parts.word()));
            server = server(transport);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Bus bus(ClassLoader framework) {
        ExtensionManagerBus bus = new ExtensionManagerBus(null, null, framework);
        bus.setProperty("default.wae.mapper.least.specific", true);
        // Parts are searched for their boundary one by one: many small ones cost quadratic time
        bus.setProperty("attachment-max-count", MAX_PARTS);
        // Usually 300 bytes, which a file's name in Chinese soon needs
        bus.setProperty("attachment-max-header-size", MAX_PART_HEADERS);
        bus.initialize();
        return bus;
    }

    private Server server(HTTPTransportFactory transport) {
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setDestinationFactory(transport);
        factory.setAddress("/");
        factory.setServiceBeans(new ArrayList<>(parts.resources()));
        List<Object> providers = new ArrayList<>(parts.providers());
        providers.add(new EventSourceWriter());
        factory.setProviders(providers);
        factory.setInvoker(new InterceptingInvoker(parts.interceptor()));
        return factory.create();
    }

    @Override
    public String word() {
        return parts.word();
    }

    @Override
    public List<String> roots() {
        return parts.roots();
    }

    @Override
    public S snapshot() {
        return snapshot;
    }

    @Override
    public boolean serve(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!running.begin()) {
            return false;
        }
        try {
            servlet.service(request, new LongAnswerResponse(request, response));
            EventSource source = EventSourceWriter.of(request);
            if (source != null) {
                keep(streams.open(source, request, response));
            }
            return true;
        } finally {
            running.end();
        }
    }

    private void keep(AsyncEventStream stream) {
        lasting.add(stream);
        stream.onClose(() -> lasting.remove(stream));
    }

    /**
     * Ends long-lived answers, lets the running requests finish, takes no new ones, and ends.
     *
     * @return whether all of them finished in time
     */
    boolean close(Duration patience) {
        running.close();
        lasting.forEach(AsyncEventStream::close);
        boolean finished = running.awaitIdle(patience);
        lasting.forEach(AsyncEventStream::close); // what a request opened that was still running
        server.destroy();
        servlet.destroy();
        bus.shutdown(false);
        return finished;
    }

    private static final class InterceptingInvoker extends JAXRSInvoker {
        private final OperationInterceptor interceptor;

        private InterceptingInvoker(OperationInterceptor interceptor) {
            this.interceptor = interceptor;
        }

        @Override
        protected Object performInvocation(Exchange exchange, Object resource, Method method, Object[] values)
                throws IllegalAccessException, InvocationTargetException {
            HttpServletRequest request =
                    (HttpServletRequest) exchange.getInMessage().get(AbstractHTTPDestination.HTTP_REQUEST);
            interceptor.before(request, resource, method, values);
            return method.invoke(resource, values);
        }
    }
}
