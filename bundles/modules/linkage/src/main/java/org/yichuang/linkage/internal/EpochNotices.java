package org.yichuang.linkage.internal;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.yichuang.journal.api.Epochs;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Outbox;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/**
 * Tells of an epoch those neighbours that were not known or had linkage switched off when it began: whoever comes back
 * in the weeks after sends again what the centre does not know any more.
 */
public class EpochNotices implements LeasedJob {
    private final Epochs epochs;
    private final Outbox outbox;
    private final Transactions transactions;
    private final EpochMail mail;

    public EpochNotices(Epochs epochs, Outbox outbox, Transactions transactions, EpochMail mail) {
        this.epochs = epochs;
        this.outbox = outbox;
        this.transactions = transactions;
        this.mail = mail;
    }

    @Override
    public String name() {
        return "linkage-epochs";
    }

    @Override
    public Duration period() {
        return Duration.ofMinutes(15);
    }

    @Override
    public void run(JobRun run) {
        tell(run.context(), unit -> unit.require(run.lease()));
    }

    /** Tells those who have not been told of the epoch of the context's tenant. */
    public void tell(CallContext context, Consumer<UnitOfWork> before) {
        TenantId here = context.tenant();
        epochs.begun(here).ifPresent(begun -> {
            List<TenantId> untold = mail.neighbours(here).stream()
                    .filter(neighbour -> outbox.find(here, Epochs.notice(begun.epoch(), here, neighbour))
                            .isEmpty())
                    .toList();
            if (!untold.isEmpty()) {
                transactions.write(context, Void.class, unit -> {
                    before.accept(unit);
                    untold.forEach(neighbour -> EpochMail.tell(begun, neighbour, unit));
                    return null;
                });
            }
        });
    }
}
