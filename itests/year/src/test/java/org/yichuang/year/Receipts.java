package org.yichuang.year;

import org.yichuang.journal.api.LinkedModule;
import org.yichuang.journal.api.Outbox;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.UnitOfWork;

/** Tells a module what became of its letters. */
record Receipts(LinkedModule module) implements Outbox.SettlementListener {
    @Override
    public void delivered(Pending message, String receipt, UnitOfWork unit) {
        module.receipted(message.message(), receipt, unit.context().at(), unit);
    }

    @Override
    public void parked(Pending message, String reason, UnitOfWork unit) {
        module.parked(message.message(), reason, unit);
    }
}
