package org.yichuang.fees.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.api.LedgerAccount;
import org.yichuang.fees.internal.FeeViews.AccountView;
import org.yichuang.fees.internal.FeeViews.BalanceView;
import org.yichuang.fees.internal.FeeViews.EntryView;
import org.yichuang.fees.internal.domain.LedgerEntry;
import org.yichuang.fees.internal.persistence.EntryRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;

/** The ledger: every act with money is an entry, and all accounts together are always nothing. */
public class Ledger {
    private final Transactions transactions;
    private final EntryRows rows;

    Ledger(Transactions transactions, EntryRows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /**
     * Returns what every account has at the end of a day.
     *
     * @param at the day; today where it is absent
     */
    @RequiresPermission(FeePermission.LEDGER)
    public BalanceView balance(LocalDate at, CallContext context) {
        context.require(FeePermission.LEDGER);
        LocalDate day = at == null ? context.today() : at;
        Map<LedgerAccount, Long> balances = transactions.read(context, unit -> rows.balances(day, unit));
        long sum = balances.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
        List<AccountView> accounts = balances.entrySet().stream()
                .map(each -> new AccountView(each.getKey(), each.getValue()))
                .toList();
        return new BalanceView(day, sum, accounts);
    }

    /** Returns the entries, the newest first. */
    @RequiresPermission(FeePermission.LEDGER)
    public Page<EntryView> entries(PageRequest page, CallContext context) {
        context.require(FeePermission.LEDGER);
        List<LedgerEntry> found = transactions.read(context, unit -> rows.all(page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), LedgerEntry::id).map(EntryView::of);
    }
}
