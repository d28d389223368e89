package org.yichuang.fees.internal.persistence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.api.RefundState;
import org.yichuang.fees.internal.domain.Refund;
import org.yichuang.fees.internal.domain.RefundContent;
import org.yichuang.journal.api.UnitOfWork;

/** Refunds in the database. */
public class RefundRows extends KeptRows<Refund, RefundContent> {
    private static final int MOST = 50;

    public RefundRows(EntityManagerFactory entities, Seal seal) {
        super(entities, seal, Refund.class, RefundContent.class, "fee-refund", "FEES_REFUND");
    }

    /** The refunds of a payment, in their order. */
    public List<Refund> ofPayment(String payment, UnitOfWork unit) {
        return list(
                "select r from Refund r where r.payment = :payment order by r.id",
                Map.of("payment", payment),
                MOST,
                unit);
    }

    /** Refunds, the newest first, from behind one; in a state, or in any. */
    public List<Refund> all(RefundState state, Optional<String> after, int most, UnitOfWork unit) {
        Map<String, Object> values = new HashMap<>(Map.of("after", after.orElse("~")));
        if (state != null) {
            values.put("state", state.name());
        }
        return list(
                "select r from Refund r where r.id < :after" + (state == null ? "" : " and r.state = :state")
                        + " order by r.id desc",
                values,
                most,
                unit);
    }
}
