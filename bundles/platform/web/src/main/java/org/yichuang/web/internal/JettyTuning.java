package org.yichuang.web.internal;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.yichuang.shell.api.Gauges;

/**
 * Sets what Pax Web has no settings for, with the first request of a server: its own error pages, and a cache of
 * headers
 * that takes two spellings for one. A service that Pax Web calls for every request.
 */
public final class JettyTuning implements HttpConfiguration.Customizer, MultiCollector {
    private volatile Server tuned;

    @Override
    public void customize(Connector connector, HttpConfiguration configuration, Request request) {
        Server server = connector.getServer();
        if (tuned != server) {
            tuned = server;
        }
        if (!(server.getErrorHandler() instanceof ServerErrorHandler)) {
            server.setErrorHandler(new ServerErrorHandler());
        }
        if (configuration.getHeaderCacheSize() != 0) {
            configuration.setHeaderCacheSize(0);
            configuration.setSendServerVersion(false);
        }
    }

    /** The threads of the server that was last asked for something. */
    @Override
    public MetricSnapshots collect() {
        Server server = tuned;
        return server != null && server.getThreadPool() instanceof QueuedThreadPool pool
                ? new MetricSnapshots(
                        Gauges.of(
                                "yichuang_http_threads",
                                "Threads of the web server",
                                List.of(
                                        Gauges.point(pool.getBusyThreads(), "state", "busy"),
                                        Gauges.point(pool.getIdleThreads(), "state", "idle"),
                                        Gauges.point(pool.getMaxThreads(), "state", "max"))),
                        Gauges.of(
                                "yichuang_http_queue",
                                "Work that waits for a thread of the web server",
                                pool.getQueueSize()))
                : new MetricSnapshots();
    }
}
