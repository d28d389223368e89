package org.yichuang.linkage.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Component;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;

/** The certificates that this container's transports show to others, and those that they trust. */
public class TransportCertificates {
    /** How long before its end people are told of one: new ones are made and exchanged by those of two deployments. */
    public static final Duration AHEAD = Duration.ofDays(30);

    private final BundleContext context;

    /** @param context where transports say which they have, as a property of their service */
    public TransportCertificates(BundleContext context) {
        this.context = context;
    }

    /** Returns them as they are now. */
    public List<Certificate> all() {
        try {
            return context.getServiceReferences(Component.class, "(certificates=*)").stream()
                    .flatMap(transport -> Stream.of((String[]) transport.getProperty("certificates")))
                    .map(Certificate::read)
                    .distinct()
                    .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("A constant filter is none", e);
        }
    }

    /**
     * One of them.
     *
     * @param name under which it lies in its store
     * @param end until when it is believed
     */
    public record Certificate(String name, Instant end) {
        /** Reads what a transport says: the name and, behind a space, the moment of its end. */
        public static Certificate read(String said) {
            int space = said.lastIndexOf(' ');
            return new Certificate(said.substring(0, space), Instant.parse(said.substring(space + 1)));
        }
    }
}
