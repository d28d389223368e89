package org.yichuang.fees.internal.persistence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.internal.domain.LotContent;
import org.yichuang.fees.internal.domain.ReceiptLot;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;

/** Paper receipts in the database. */
public class LotRows extends FeeRows<ReceiptLot> {
    private static final int MOST_OF_UNIT = 500;

    public LotRows(EntityManagerFactory entities) {
        super(entities, ReceiptLot.class, "fee-lot");
    }

    @Override
    protected void keep(
            ReceiptLot row, String action, Map<String, String> details, DomainEvent event, UnitOfWork unit) {
        row.written(Json.write(row.held()));
        super.keep(row, action, details, event, unit);
    }

    @Override
    protected ReceiptLot opened(ReceiptLot row, UnitOfWork unit) {
        row.opened(Json.read(row.content(), LotContent.class));
        return row;
    }

    /** Whether some numbers of a kind were bought before. */
    public boolean isThere(String kind, long first, long last, UnitOfWork unit) {
        return !ids(
                        "select l.id from ReceiptLot l where l.kind = :kind and l.first <= :last and l.last >= :first",
                        Map.of("kind", kind, "first", first, "last", last),
                        1,
                        unit)
                .isEmpty();
    }

    /** Those of a unit. */
    public List<ReceiptLot> ofUnit(String name, UnitOfWork unit) {
        return list(
                "select l from ReceiptLot l where l.unit = :unit order by l.id",
                Map.of("unit", name),
                MOST_OF_UNIT,
                unit);
    }

    /** All of them, the newest first, from behind one. */
    public List<ReceiptLot> all(Optional<String> after, int most, UnitOfWork unit) {
        return list(
                "select l from ReceiptLot l where l.id < :after order by l.id desc",
                Map.of("after", after.orElse("~")),
                most,
                unit);
    }
}
