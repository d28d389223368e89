package org.yichuang.linkage.internal.routes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.camel.Exchange;
import org.apache.camel.spi.DataFormat;
import org.yichuang.linkage.internal.Json;

/** Envelopes, or answers to them, as they travel between deployments. */
final class JsonFormat implements DataFormat {
    private final Class<?> type;

    JsonFormat(Class<?> type) {
        this.type = type;
    }

    @Override
    public void marshal(Exchange exchange, Object value, OutputStream stream) throws IOException {
        Json.write(value, stream);
    }

    /** Fails with {@code envelope-unreadable}. */
    @Override
    public Object unmarshal(Exchange exchange, InputStream stream) throws IOException {
        return Json.read(stream, type);
    }

    @Override
    public void start() {
        // It has no state
    }

    @Override
    public void stop() {
        // It has no state
    }
}
