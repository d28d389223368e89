package org.yichuang.cases.internal;

import org.yichuang.identity.api.AccountDirectory;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;

/** What applicants have said when they registered. */
public final class ApplicantAccounts {
    private final Transactions transactions;
    private final AccountDirectory accounts;

    public ApplicantAccounts(Transactions transactions, AccountDirectory accounts) {
        this.transactions = transactions;
        this.accounts = accounts;
    }

    /** As what whoever calls has registered: {@code person}, {@code enterprise}, or empty. */
    public String kind(CallContext context) {
        return transactions.read(context, unit -> accounts.kind(context.actor().account(), unit));
    }
}
