package org.yichuang.web.internal;

import java.io.IOException;
import java.util.function.LongSupplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.yichuang.web.api.RequestFilter;
import org.yichuang.web.api.RequestHandler;
import org.yichuang.web.api.RequestState;

/** Counts and times what passes the chain. */
final class MeasuredRequestFilter implements RequestFilter {
    private final RequestFilter chain;
    private final RequestMetrics metrics;
    private final LongSupplier nanos;

    /** @param nanos a clock that only ever grows */
    MeasuredRequestFilter(RequestFilter chain, RequestMetrics metrics, LongSupplier nanos) {
        this.chain = chain;
        this.metrics = metrics;
        this.nanos = nanos;
    }

    @Override
    public <S> void handle(HttpServletRequest request, HttpServletResponse response, RequestHandler<S> handler)
            throws IOException {
        long began = nanos.getAsLong();
        try {
            chain.handle(request, response, handler);
        } finally {
            metrics.record(RequestState.of(request), response.getStatus(), nanos.getAsLong() - began);
        }
    }
}
