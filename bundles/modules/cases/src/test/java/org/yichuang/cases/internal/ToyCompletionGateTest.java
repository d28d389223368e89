package org.yichuang.cases.internal;

import org.yichuang.cases.api.CompletionGate;
import org.yichuang.cases.contract.CompletionGateContract;
import org.yichuang.journal.api.UnitOfWork;

/** The toy module's gate keeps the contract. */
public class ToyCompletionGateTest extends CompletionGateContract {
    private final ToyModule.ToyFee gate = new ToyModule.ToyFee();

    @Override
    protected CompletionGate gate() {
        return gate;
    }

    @Override
    protected UnitOfWork unit() {
        return null; // the toy looks at nothing
    }
}
