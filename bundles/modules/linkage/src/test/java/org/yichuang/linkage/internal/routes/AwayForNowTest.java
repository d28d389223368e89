package org.yichuang.linkage.internal.routes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.component.seda.SedaComponent;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.LinkedModule.Attachment;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.internal.FileCarrier;
import org.yichuang.linkage.internal.MemoryKeys;
import org.yichuang.linkage.internal.RecordingModule;

/** While the database is away, what has come over a broker stays there; who waits on a line hears so. */
public class AwayForNowTest {
    private final Cases cases = new Cases();
    private final RoutesFixture city = new RoutesFixture(new MemoryKeys(), cases);

    @Before
    public void hear() throws Exception {
        city.camel.addComponent("jms", new DirectComponent());
        city.camel.addComponent("wire", new SedaComponent());
        city.network.policy(HAIYANG, "exchange.transport", "wire:haiyang");
        city.begin("jms:queue, direct:line");
    }

    @After
    public void stop() {
        city.close();
    }

    @Test
    public void aLetterIsGivenAgainAndThenTaken() {
        cases.isAway = true;
        assertLeft(give("jms:queue", null, city.envelope()));
        assertFalse("nobody is refused", city.passed.contains("linkage-reply"));

        cases.isAway = false;
        assertNull(give("jms:queue", null, city.envelope()).getException());
        assertEquals(1, cases.received.size());
    }

    @Test
    public void whoWaitsOnALineIsAnswered() {
        cases.isAway = true;

        assertNull(give("direct:line", null, city.envelope()).getException());

        assertTrue(city.passed.contains("linkage-answer"));
    }

    @Test
    public void aFileIsGivenAgainAndThenKept() throws Exception {
        Pending letter = city.letter("plan");
        Attachment plan = cases.attachments(HAIYANG, "plan").get(0);
        byte[] file = new FileCarrier(city.journal, city.modules, city.keys, city.network.clock())
                .written(plan, letter)
                .body()
                .readAllBytes();
        assertNull(give("jms:queue", null, city.envelope(letter)).getException());
        cases.isAway = true;
        assertLeft(give("jms:queue", FileRoutes.FILE, file));
        assertFalse(cases.hasIt);

        cases.isAway = false;
        assertNull(give("jms:queue", FileRoutes.FILE, file).getException());
        assertTrue(cases.hasIt);
    }

    private static void assertLeft(Exchange exchange) {
        assertEquals(
                CommonError.UNAVAILABLE,
                exchange.getException(ProblemException.class).code());
    }

    private Exchange give(String endpoint, String kind, byte[] body) {
        try (var sender = city.camel.createProducerTemplate()) {
            return sender.send(endpoint, exchange -> {
                exchange.getMessage().setHeader(LinkageRoutes.KIND, kind);
                exchange.getMessage().setBody(body);
            });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A module whose database is away while it is told so. */
    private static final class Cases extends RecordingModule {
        volatile boolean isAway;
        volatile boolean hasIt;

        private void requireDatabase() {
            if (isAway) {
                throw ProblemException.of(CommonError.UNAVAILABLE);
            }
        }

        @Override
        public Set<String> missing(TenantId receiver, Set<String> sha256s) {
            requireDatabase();
            return hasIt ? Set.of() : sha256s;
        }

        @Override
        public void keep(TenantId receiver, byte[] content) {
            requireDatabase();
            hasIt = true;
        }

        @Override
        public synchronized String receive(Incoming message, List<Attachment> attachments, UnitOfWork unit) {
            requireDatabase();
            return super.receive(message, attachments, unit);
        }
    }
}
