package org.yichuang.cases.internal;

import java.util.Optional;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Transactions of commands that gates may refuse: what the command did is rolled back, the event of it stays. */
public final class GatedTransactions implements Transactions {
    private final Transactions transactions;
    private final Journal journal;

    /** @param journal keeps the refusals */
    public GatedTransactions(Transactions transactions, Journal journal) {
        this.transactions = transactions;
        this.journal = journal;
    }

    @Override
    public <T> T write(CallContext context, Class<T> answer, Work<T> work) {
        try {
            return transactions.write(context, answer, work);
        } catch (GateRefusal refusal) {
            journal.refused(CaseLedger.AGGREGATE + " " + refusal.event().number(), refusal, refusal.event(), context);
            throw refusal;
        } catch (ProblemException refusal) {
            throw refusal.code() == CommonError.IDEMPOTENCY_KEY_REUSED ? named(refusal, context) : refusal;
        }
    }

    /** Whoever goes back, changes something and sends it again is told which case has come of the first time. */
    private ProblemException named(ProblemException refusal, CallContext context) {
        return transactions
                .answered(context, DefaultCaseService.Kept.class)
                .map(DefaultCaseService.Kept::number)
                .map(number -> new ProblemException(
                        refusal.code(), LocalizedMessage.of(GatedTransactions.class, "key-of-case", number)))
                .orElse(refusal);
    }

    @Override
    public boolean isAnswered(CallContext context) {
        return transactions.isAnswered(context);
    }

    @Override
    public <T> Optional<T> answered(CallContext context, Class<T> answer) {
        return transactions.answered(context, answer);
    }

    @Override
    public <T> T read(CallContext context, Work<T> work) {
        return transactions.read(context, work);
    }

    @Override
    public <T> T readAcrossTenants(CallContext context, String reason, Work<T> work) {
        return transactions.readAcrossTenants(context, reason, work);
    }

    @Override
    public int databaseChanges() {
        return transactions.databaseChanges();
    }
}
