package org.yichuang.web.internal;

import java.util.function.LongSupplier;
import org.yichuang.web.api.RequestState;

/** Gives every request its body, and shares out the places of threads that wait for slow ones. */
final class RequestBodies {
    private final WebSettings settings;
    private final SpoolFolder spool;
    private final LongSupplier nanos;
    private final ConcurrencyLimit waiting;

    /** @param nanos a clock that only ever grows, e.g. {@code System::nanoTime} */
    RequestBodies(WebSettings settings, SpoolFolder spool, LongSupplier nanos) {
        this.settings = settings;
        this.spool = spool;
        this.nanos = nanos;
        waiting = new ConcurrencyLimit(
                settings, WebSettings.Values::concurrentBodies, WebSettings.Values::concurrentBodiesOfAddress);
    }

    /** The body of a request, of which nothing has been read. */
    DefaultRequestBody of(RequestState state) {
        return new DefaultRequestBody(state.request(), state.clientNetwork(), waiting, settings.now(), spool, nanos);
    }

    /** How many threads wait for slow bodies now. */
    int waiting() {
        return waiting.running();
    }
}
