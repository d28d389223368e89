package org.yichuang.cases.internal;

import java.time.Instant;
import java.util.function.Function;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.contract.CommandGateContract;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/** The toy module's gate keeps the contract. */
public class ToyCommandGateTest extends CommandGateContract {
    private final ToyModule.ToyGate gate = new ToyModule.ToyGate();

    @Override
    protected CommandGate gate() {
        return gate;
    }

    @Override
    protected GateAnswer inFreshUnit(Function<UnitOfWork, GateAnswer> question) {
        return question.apply(null); // the toy looks at nothing
    }

    @Override
    protected CallContext somebody() {
        return CallContext.system(new TenantId("haiyang"), Instant.EPOCH, "r");
    }
}
