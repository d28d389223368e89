package org.yichuang.kernel.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.kernel.api.PaymentPort.Demand;
import org.yichuang.kernel.api.PaymentPort.Request;
import org.yichuang.kernel.api.PaymentPort.State;

/** The contract of a payment port, kept by a toy that only remembers. */
public class PaymentPortTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private final CallContext context = CallContext.system(new TenantId("haiyang"), NOW, "test");
    private final PaymentPort port = new RememberingPort();

    @Test
    public void askingTwiceAsksOnce() {
        Demand first = port.demand(request("R1", 500), context);

        assertEquals(first, port.demand(request("R1", 500), context));
        assertEquals(Optional.of(first), port.find("disclosure", "R1", context));
        assertEquals(State.OPEN, first.state());
    }

    @Test
    public void aReferenceIsOfOneAmount() {
        port.demand(request("R1", 500), context);

        refused(request("R1", 600));
        refused(request("R2", 0));
        refused(request("R3", -1));
    }

    @Test
    public void whatWasNeverAskedForIsNotThere() {
        port.demand(request("R1", 500), context);

        assertEquals(Optional.empty(), port.find("disclosure", "R2", context));
        assertEquals(Optional.empty(), port.find("procurement", "R1", context));
    }

    private void refused(Request request) {
        assertEquals(
                CommonError.FIELDS_INVALID,
                assertThrows(ProblemException.class, () -> port.demand(request, context))
                        .code());
    }

    private static Request request(String reference, long fen) {
        return new Request("disclosure", reference, new Money(fen), "信息处理费", "王小明", NOW.plusSeconds(3600));
    }

    private static final class RememberingPort implements PaymentPort {
        private final Map<String, Demand> demands = new HashMap<>();

        @Override
        public Demand demand(Request request, CallContext context) {
            Demand demand = demands.computeIfAbsent(
                    request.module() + "/" + request.reference(),
                    key -> new Demand(
                            request.reference(), "CODE-" + demands.size(), request.amount(), State.OPEN, null));
            if (request.amount().fen() <= 0 || !demand.amount().equals(request.amount())) {
                throw ProblemException.field(CommonError.FIELDS_INVALID, "amount", LocalizedMessage.verbatim("金额不符"));
            }
            return demand;
        }

        @Override
        public Optional<Demand> find(String module, String reference, CallContext context) {
            return Optional.ofNullable(demands.get(module + "/" + reference));
        }
    }
}
