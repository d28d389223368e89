package org.yichuang.fees.internal.persistence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.api.RefundState;
import org.yichuang.fees.internal.domain.Refund;
import org.yichuang.fees.internal.domain.RefundContent;
import org.yichuang.journal.api.UnitOfWork;

/** Refunds in the database. */
public class RefundRows extends KeptRows<Refund, RefundContent> {
    private static final String PAID = RefundState.PAID.name();

    public RefundRows(EntityManagerFactory entities, Seal seal) {
        super(entities, seal, Refund.class, RefundContent.class, "fee-refund", "FEES_REFUND");
    }

    /** The refund of a payment that is neither paid nor refused: one at a time. */
    public Optional<Refund> openOf(String payment, UnitOfWork unit) {
        return list(
                        "select r from Refund r where r.payment = :payment and r.state not in :over",
                        Map.of("payment", payment, "over", List.of(PAID, RefundState.REFUSED.name())),
                        1,
                        unit)
                .stream()
                .findFirst();
    }

    /** What has gone back of a payment. */
    public long paidOf(String payment, UnitOfWork unit) {
        return values(
                        "select sum(r.fen) from Refund r where r.payment = :payment and r.state = :paid",
                        Map.of("payment", payment, "paid", PAID),
                        Long.class,
                        1,
                        unit)
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(0L);
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
