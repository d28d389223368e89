package org.yichuang.cases.internal;

import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;

/**
 * Refuses before anything is read what a quota will refuse. What was done before under the same key passes: its answer
 * is given again, and for that its body must be known.
 */
public class QuotaPrecheck {
    private final Transactions transactions;
    private final Quotas quotas;

    QuotaPrecheck(Transactions transactions, Quotas quotas) {
        this.transactions = transactions;
        this.quotas = quotas;
    }

    /**
     * Refuses a file of an account that may leave none any more today.
     *
     * @throws ProblemException {@code quota-exceeded}
     */
    public void checkUpload(CallContext context) {
        check(Quotas.Kind.UPLOADS, context);
    }

    /**
     * Refuses an application of an account that may hand in none any more today.
     *
     * @throws ProblemException {@code quota-exceeded}
     */
    public void checkApplication(CallContext context) {
        check(Quotas.Kind.APPLICATIONS, context);
    }

    private void check(Quotas.Kind kind, CallContext context) {
        if (quotas.isSpent(kind, context, transactions) && !transactions.isAnswered(context)) {
            throw quotas.exceeded(kind, context);
        }
    }
}
