package org.yichuang.fees.internal.persistence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.internal.domain.ReceiptStop;
import org.yichuang.journal.api.UnitOfWork;

/** The last days of units' own receipts, in the database. */
public class StopRows extends FeeRows<ReceiptStop> {
    public StopRows(EntityManagerFactory entities) {
        super(entities, ReceiptStop.class, "fee-stop");
    }

    /** All of them, in the order of the units, from behind one. */
    public List<ReceiptStop> all(Optional<String> after, int most, UnitOfWork unit) {
        return list(
                "select s from ReceiptStop s where s.id > :after order by s.id",
                Map.of("after", after.orElse("")),
                most,
                unit);
    }
}
