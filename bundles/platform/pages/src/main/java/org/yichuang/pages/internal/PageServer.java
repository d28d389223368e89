package org.yichuang.pages.internal;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;
import javax.ws.rs.WebApplicationException;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.PageModule;

/** The JAX-RS server of one module's pages, on a bus of its own. */
final class PageServer {
    private final PageModule module;
    private final AccessRules rules;
    private final Bus bus;
    private final CXFNonSpringServlet servlet;
    private final Server server;
    /** Requests that run here, and this object itself until it closes. */
    private final Phaser running = new Phaser(1);

    PageServer(PageModule module, AccessRules rules, FailureMapper failures, ServletConfig config)
            throws ServletException {
        this.module = module;
        this.rules = rules;
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader framework = Bus.class.getClassLoader();
        thread.setContextClassLoader(framework);
        try {
            ExtensionManagerBus made = new ExtensionManagerBus(null, null, framework);
            made.setProperty("default.wae.mapper.least.specific", true);
            made.initialize();
            bus = made;
            // In the container all buses get one and the same transport, where the second module finds "/" taken
            HTTPTransportFactory transport = new HTTPTransportFactory();
            servlet = new CXFNonSpringServlet(transport.getRegistry(), false);
            servlet.setBus(bus);
            servlet.init(new ServerConfig(module.module(), config.getServletContext()));
            server = server(transport, failures);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Server server(HTTPTransportFactory transport, FailureMapper failures) {
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setDestinationFactory(transport);
        factory.setAddress("/");
        factory.setServiceBeans(new ArrayList<>(module.resources()));
        factory.setProviders(List.of(failures, new CallProvider()));
        factory.setInvoker(new AdmittingInvoker(rules));
        return factory.create();
    }

    PageModule module() {
        return module;
    }

    /** Serves a request; false when the module is just leaving. */
    boolean serve(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (running.register() < 0) {
            return false;
        }
        try {
            servlet.service(new Decodable(request), new Unerring(response));
            return true;
        } finally {
            running.arriveAndDeregister();
        }
    }

    /**
     * Lets the running requests finish and ends.
     *
     * @return whether all of them finished in time
     */
    boolean close(Duration patience) {
        boolean finished = true;
        try {
            int phase = running.arriveAndDeregister();
            if (phase >= 0) {
                running.awaitAdvanceInterruptibly(phase, patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException e) {
            finished = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            finished = false;
        }
        server.destroy();
        servlet.destroy();
        bus.shutdown(false);
        return finished;
    }

    /** The framework fails on a query that cannot be decoded: it sees what of it can. */
    private static final class Decodable extends HttpServletRequestWrapper {
        Decodable(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getQueryString() {
            return Call.of((HttpServletRequest) getRequest()).address().encodedQuery();
        }
    }

    /** The server's own error pages become pages of ours. */
    private static final class Unerring extends HttpServletResponseWrapper {
        Unerring(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) {
            throw new WebApplicationException(status);
        }

        @Override
        public void sendError(int status, String message) {
            throw new WebApplicationException(message, status);
        }
    }

    /** Calls a page once it is known that whoever asks may see it. */
    private static final class AdmittingInvoker extends JAXRSInvoker {
        private final AccessRules rules;

        AdmittingInvoker(AccessRules rules) {
            this.rules = rules;
        }

        @Override
        protected Object performInvocation(Exchange exchange, Object resource, Method method, Object[] values)
                throws IllegalAccessException, InvocationTargetException {
            rules.admit(
                    method, Call.of(request(exchange.getInMessage())).context().actor());
            return method.invoke(resource, values);
        }
    }

    /** Gives resources their {@code @Context PageCall}. */
    private static final class CallProvider implements ContextProvider<PageCall> {
        @Override
        public PageCall createContext(Message message) {
            return Call.of(request(message));
        }
    }

    private static HttpServletRequest request(Message message) {
        return (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
    }
}
