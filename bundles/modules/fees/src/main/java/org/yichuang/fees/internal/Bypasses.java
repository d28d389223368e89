package org.yichuang.fees.internal;

import java.util.List;
import java.util.Map;
import org.yichuang.fees.api.BypassKind;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeCommands.Tell;
import org.yichuang.fees.internal.SettlementViews.BypassView;
import org.yichuang.fees.internal.domain.Bypass;
import org.yichuang.fees.internal.domain.FeePolicy;
import org.yichuang.fees.internal.persistence.BypassRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** Signs that fees have gone round the counter (前店后厂), each closed by a person who has found out. */
public class Bypasses {
    private final Transactions transactions;
    private final BypassRows rows;
    private final Clocked clocked;

    Bypasses(Transactions transactions, BypassRows rows, Clocked clocked) {
        this.transactions = transactions;
        this.rows = rows;
        this.clocked = clocked;
    }

    /** Returns signs in the order of their kinds: those that are open, or all. */
    @RequiresPermission(FeePermission.LEDGER)
    public Page<BypassView> list(boolean open, PageRequest page, CallContext context) {
        context.require(FeePermission.LEDGER);
        List<Bypass> found = transactions.read(context, unit -> rows.all(open, page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), Bypass::id).map(BypassView::of);
    }

    /**
     * Writes down what somebody has said, in a complaint or when they were called.
     *
     * @throws ProblemException {@code fields-invalid}
     */
    @RequiresPermission(FeePermission.RECONCILE)
    public BypassView tell(Tell command, CallContext context) {
        context.require(FeePermission.RECONCILE);
        Tell given = FieldRules.require(command);
        if (given.fen() != null && given.fen() <= 0) {
            throw invalid("payment.fen");
        }
        if (given.fen() != null && given.fen() > FeePolicy.MOST_FEN) {
            throw invalid("payment.most");
        }
        long fen = given.fen() == null ? 0 : given.fen();
        Written done = transactions.write(context, Written.class, unit -> {
            Bypass.Sign sign = new Bypass.Sign(
                    BypassKind.TOLD, Ids.next(context.at()), given.caseNumber(), "", given.place(), fen, given.words());
            rows.found(sign, unit);
            return new Written(sign.id());
        });
        return find(done.id(), context);
    }

    private static ProblemException invalid(String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, "fen", LocalizedMessage.of(Payments.class, key));
    }

    /**
     * Closes a sign, with what was found out.
     *
     * @throws ProblemException {@code bypass-unknown}
     */
    @RequiresPermission(FeePermission.RECONCILE)
    public BypassView close(String id, Reason command, CallContext context) {
        context.require(FeePermission.RECONCILE);
        Reason given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            Bypass found = rows.held(id, unit)
                    .filter(Bypass::isOpen)
                    .orElseThrow(() -> ProblemException.of(FeeError.BYPASS_UNKNOWN));
            found.closed(given.reason(), clocked.now(unit));
            Map<String, String> details = Map.of("reason", given.reason());
            rows.keep(found, "close", details, "fee-bypass-closed", found.changed(), unit);
            return new Written(id);
        });
        return find(id, context);
    }

    private BypassView find(String id, CallContext context) {
        return BypassView.of(transactions
                .read(context.withoutKey(), unit -> rows.find(id, unit))
                .orElseThrow());
    }
}
