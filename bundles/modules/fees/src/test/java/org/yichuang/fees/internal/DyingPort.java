package org.yichuang.fees.internal;

import java.io.IOException;
import org.yichuang.fees.api.CodePort;
import org.yichuang.fees.api.PaymentOrder;

/** The treasury answers, and whoever has asked is there no more. */
final class DyingPort implements CodePort {
    private final CodePort treasury;

    DyingPort(CodePort treasury) {
        this.treasury = treasury;
    }

    /** kill -9. */
    static final class Death extends VirtualMachineError {
        private static final long serialVersionUID = 1;
    }

    @Override
    public String word() {
        return treasury.word();
    }

    @Override
    public String tell(PaymentOrder order) throws IOException {
        treasury.tell(order);
        throw new Death();
    }
}
