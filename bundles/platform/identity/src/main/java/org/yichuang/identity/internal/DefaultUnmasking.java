package org.yichuang.identity.internal;

import java.util.Map;
import java.util.TreeSet;
import org.yichuang.identity.api.Unmasking;
import org.yichuang.identity.internal.domain.AccountRules;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Journals each unmasking as an aggregate of its own, {@code unmasking}: who, what, why. */
public class DefaultUnmasking implements Unmasking {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 200;

    private final Transactions transactions;

    public DefaultUnmasking(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void authorize(UnmaskingRequest request, CallContext context) {
        context.require(request.permission());
        String reason = request.reason().strip();
        if (reason.codePointCount(0, reason.length()) < SHORTEST || !AccountRules.isLine(reason, LONGEST)) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "reason",
                    LocalizedMessage.of(DefaultUnmasking.class, "unmasking.reason-length", SHORTEST, LONGEST));
        }
        Map<String, String> details = Map.of(
                "type", request.type(),
                "id", request.id(),
                "fields", String.join(";", new TreeSet<>(request.fields())),
                "reason", reason);
        AuditEntry entry = new AuditEntry("unmasking", Ids.next(context.at()), "unmask", "", "", details);
        transactions.write(context.withoutKey(), Boolean.class, unit -> {
            unit.requireAnchored();
            unit.record(entry, ChainHead.START);
            return true;
        });
    }
}
