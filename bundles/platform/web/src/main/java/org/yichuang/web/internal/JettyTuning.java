package org.yichuang.web.internal;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;

/**
 * Sets what Pax Web has no settings for, with the first request of a server: its own error pages, and a cache of
 * headers
 * that takes two spellings for one. A service that Pax Web calls for every request.
 */
public final class JettyTuning implements HttpConfiguration.Customizer {
    @Override
    public void customize(Connector connector, HttpConfiguration configuration, Request request) {
        Server server = connector.getServer();
        if (!(server.getErrorHandler() instanceof ServerErrorHandler)) {
            server.setErrorHandler(new ServerErrorHandler());
        }
        if (configuration.getHeaderCacheSize() != 0) {
            configuration.setHeaderCacheSize(0);
            configuration.setSendServerVersion(false);
        }
    }
}
