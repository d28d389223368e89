package org.yichuang.identity.internal.oidc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.identity.api.IdentityProvider;
import org.yichuang.identity.api.IdentityProvider.Attempt;
import org.yichuang.kernel.api.ProblemException;

/** How often a provider is asked what it says of itself. */
public class ProviderDocumentTest {
    private static final Attempt ATTEMPT = new Attempt("state-1", "nonce-1", "v".repeat(64));
    private static final int MANY = 20;

    private final AtomicLong nanos = new AtomicLong();
    private TestProvider server;
    private IdentityProvider provider;

    @Before
    public void open() throws Exception {
        server = new TestProvider(Instant::now);
        provider = server.configured(nanos::get);
    }

    @After
    public void close() {
        server.close();
    }

    @Test
    public void whatIsKnownIsUsedWhenTheDocumentCannotBeHad() {
        provider.begin(ATTEMPT);
        server.isDown = true;
        later(Duration.ofHours(2));

        provider.begin(ATTEMPT);
        provider.begin(ATTEMPT);
        assertEquals("asked again, and not by each", 2, server.documents.get());
        later(Duration.ofMinutes(1));
        provider.begin(ATTEMPT);
        assertEquals(3, server.documents.get());
    }

    @Test
    public void whoKnowsNothingIsRefused() {
        server.isDown = true;
        assertThrows(ProblemException.class, () -> provider.begin(ATTEMPT));
        server.isDown = false;
        provider.begin(ATTEMPT);
    }

    @Test
    public void oneAsksForAll() throws Exception {
        ExecutorService browsers = Executors.newFixedThreadPool(MANY);
        try {
            for (int round = 1; round <= 2; round++) {
                List<Callable<URI>> begun = new ArrayList<>();
                for (int i = 0; i < MANY; i++) {
                    begun.add(() -> provider.begin(ATTEMPT));
                }
                for (Future<URI> address : browsers.invokeAll(begun, 1, TimeUnit.MINUTES)) {
                    address.get();
                }
                assertEquals(round, server.documents.get());
                later(Duration.ofHours(2));
            }
        } finally {
            browsers.shutdownNow();
        }
    }

    private void later(Duration by) {
        nanos.addAndGet(by.toNanos());
    }
}
